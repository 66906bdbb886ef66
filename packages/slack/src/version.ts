/** The package's version, as `$lib_version` says it; a test holds it to package.json. */
export const VERSION = "0.0.0";
