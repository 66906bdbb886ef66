/** Events of one plan, templates written out: fifty times the largest plan anybody has shown us. */
export const mostEvents: number = 100_000;

/** Properties of one event, group or object. PostHog's table of them is unreadable long before. */
export const mostProperties: number = 1_000;

/** Properties of all events together: every event that includes a group has its properties once more. */
export const mostEventProperties: number = 2_000_000;

/** Definitions that lead to one another, groups that include groups: each level takes some stack. */
export const mostReferences: number = 64;

/** Values in one property, counted through the types that it names: references double with each level. */
export const mostNested: number = 10_000;

/** Characters of all JSON Schemas together, a file counted at each use. */
export const mostSchemaText: number = 16 * 1024 * 1024;

/** Collections inside collections in a JSON Schema. */
export const mostSchemaDepth: number = 64;

/** Errors kept; nobody reads the rest. */
export const mostFindings: number = 10_000;

/** Words compared to find the one that was meant, all findings together: about a second's work. */
export const mostComparisons: number = 500_000;
