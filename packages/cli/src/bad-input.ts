import type { Diagnostic, Source } from "@dd0c/track-codegen";

/** The command cannot do what was asked, and the person who asked can change that; exit code 2. */
export class BadInput extends Error {
  override readonly name: string = "BadInput";
  /** What to do about it. */
  readonly help: string | null;
  /** Findings in the config file, where that is what is wrong. */
  readonly diagnostics: readonly Diagnostic<string>[];
  readonly sources: ReadonlyMap<string, Source>;
  /** The folder in which the findings' paths start. */
  readonly folder: string;

  constructor(
    message: string,
    more: {
      readonly help?: string;
      readonly diagnostics?: readonly Diagnostic<string>[];
      readonly sources?: ReadonlyMap<string, Source>;
      readonly folder?: string;
    } = {},
  ) {
    super(message);
    this.help = more.help ?? null;
    this.diagnostics = more.diagnostics ?? [];
    this.sources = more.sources ?? new Map();
    this.folder = more.folder ?? "";
  }
}
