import type { Findings } from "./reporters/findings.js";
import { defaultFormat, type Format } from "./reporters/formats.js";
import { reporters } from "./reporters/index.js";
import { shownFrom } from "./shown-path.js";
import type { Terminal } from "./terminal.js";

/** Where findings are printed, everybody may say how. */
export interface FormatOptions {
  readonly format?: Format;
}

/** Prints findings on `out`, with paths as the reader needs them. */
export function printFindings(
  found: Omit<Findings, "shown"> & { readonly folder: string },
  options: FormatOptions,
  terminal: Terminal,
): void {
  const format = options.format ?? defaultFormat(terminal.env);
  const shown = shownFrom(readerFolder(format, terminal), found.folder);
  const look = { colours: terminal.colours, width: Math.min(terminal.width, 140) };
  terminal.out(reporters[format]({ ...found, shown }, look));
}

/** GitHub and code scanning count from the checkout, people from where they are. */
function readerFolder(format: Format, { env, folder }: Terminal): string {
  const checkout = env.GITHUB_WORKSPACE;
  return format !== "pretty" && checkout !== undefined && checkout !== "" ? checkout : folder;
}
