/** What the process says when it ends; permanent, since CI scripts read it. */
export const exitCode = {
  clean: 0,
  /** The plan has errors, or generated files are stale. */
  findings: 1,
  /** The command could not start: an unknown option, no plan, a config that makes no sense. */
  badInput: 2,
  /** Something in here is wrong, not in the plan. */
  bug: 3,
} as const;

export type ExitCode = (typeof exitCode)[keyof typeof exitCode];
