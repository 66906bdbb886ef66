/** The largest plan file that is read, in bytes: fifty times the largest plan anybody has shown us. */
export const maxFileSize: number = 16 * 1024 * 1024;

/** Collections inside collections, block or flow. A plan needs about ten; a stack holds thousands. */
export const maxDepth: number = 64;

/** Problems kept for one file. A file with more is not a plan, and nobody reads the rest. */
export const maxProblems: number = 1000;
