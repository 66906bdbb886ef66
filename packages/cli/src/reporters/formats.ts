/** The words after `--format`; apart from the reporters, so that help needs none of them. */
export const formats = ["pretty", "json", "github", "gitlab", "junit", "sarif"] as const;

/** One of them. */
export type Format = (typeof formats)[number];

/** The format to print in where nobody said: GitHub's on its runners. */
export function defaultFormat(env: NodeJS.ProcessEnv): Format {
  return env.GITHUB_ACTIONS === "true" ? "github" : "pretty";
}
