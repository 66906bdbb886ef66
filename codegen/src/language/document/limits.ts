/** The largest plan file that is read, in bytes: fifty times the largest plan anybody has shown us. */
export const maxFileSize: number = 16 * 1024 * 1024;

/** Collections inside collections, block or flow. A plan needs about ten; a stack holds thousands. */
export const maxDepth: number = 64;

/** Problems kept for one file. A file with more is not a plan, and nobody reads the rest. */
export const maxProblems: number = 1000;

/**
 * Words and signs that the full reader takes in one file: it keeps some 400 bytes for each, and a
 * hostile file must not fill the memory. A regular plan of 10 MB has this many.
 */
export const maxTokens: number = 4_000_000;
