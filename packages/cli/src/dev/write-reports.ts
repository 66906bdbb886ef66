import { resolve } from "node:path";
import type { Source } from "@dd0c/track-codegen";
import { type LiveReport, reportJunit, reportMarkdown, type Session } from "@dd0c/track-live";
import { reporters } from "../reporters/index.js";
import { shownFrom } from "../shown-path.js";
import type { Terminal } from "../terminal.js";
import { writeReport } from "../write.js";
import type { LiveFormat, WantedReport } from "./dev-options.js";

/** What reports are made of. */
export interface Reported {
  readonly report: LiveReport;
  readonly session: Session;
  readonly sources: ReadonlyMap<string, Source>;
  /** Where the plan's paths start. */
  readonly folder: string;
}

const texts: Readonly<Record<LiveFormat, (of: Reported, terminal: Terminal) => string>> = {
  json: ({ report }) => `${JSON.stringify(report, null, 2)}\n`,
  markdown: ({ report }) => reportMarkdown(report),
  junit: ({ report, session }) => {
    const { product } = report.coverage;
    const planned = session.coverage.entries();
    return reportJunit(
      report,
      product === null ? planned : planned.filter((it) => it.product === product),
    );
  },
  sarif: ({ session, sources, folder }, terminal) => {
    const diagnostics = session.findings.all().map(({ violation, count }) => ({
      ...violation,
      message: count === 1 ? violation.message : `${violation.message} (${count} times)`,
    }));
    const look = { colours: terminal.colours, width: terminal.width };
    const checkout = terminal.env.GITHUB_WORKSPACE ?? "";
    const shown = shownFrom(checkout === "" ? terminal.folder : checkout, folder);
    return reporters.sarif({ diagnostics, sources, shown }, look);
  },
};

/** Writes the reports that were asked for; those without a file go to `out`. */
export function writeReports(
  wanted: readonly WantedReport[],
  of: Reported,
  terminal: Terminal,
): void {
  for (const { format, file } of wanted) {
    const text = texts[format](of, terminal);
    if (file === null) terminal.out(text);
    else writeReport(resolve(terminal.folder, file), text);
  }
}
