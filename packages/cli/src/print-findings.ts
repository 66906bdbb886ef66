import type { Findings } from "./reporters/findings.js";
import { defaultFormat, type Format } from "./reporters/formats.js";
import { shownFrom } from "./shown-path.js";
import type { Terminal } from "./terminal.js";

/** Where findings are printed, everybody may say how. */
export interface FormatOptions {
  readonly format?: Format;
}

/**
 * Prints findings on `out`, with paths as the reader needs them. Reporters, and with them the pages
 * of all rules, load only where there is something to print.
 */
export async function printFindings(
  found: Omit<Findings, "shown"> & { readonly folder: string },
  options: FormatOptions,
  terminal: Terminal,
): Promise<void> {
  const format = options.format ?? defaultFormat(terminal.env);
  if (found.diagnostics.length === 0 && forPeople.has(format)) return;
  const shown = shownFrom(readerFolder(format, terminal), found.folder);
  const look = { colours: terminal.colours, width: Math.min(terminal.width, 140) };
  const { reporters } = await import("./reporters/index.js");
  terminal.out(reporters[format]({ ...found, shown }, look));
}

/** Formats that say nothing where there is nothing to say. */
const forPeople: ReadonlySet<Format> = new Set(["pretty", "github"]);

/** GitHub and code scanning count from the checkout, people from where they are. */
function readerFolder(format: Format, { env, folder }: Terminal): string {
  const checkout = env.GITHUB_WORKSPACE;
  return format !== "pretty" && checkout !== undefined && checkout !== "" ? checkout : folder;
}
