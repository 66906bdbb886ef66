import type { LiveReport } from "@dd0c/track-live";
import { printable } from "../reporters/cells.js";
import { many } from "../reporters/findings.js";
import type { Terminal } from "../terminal.js";

/** Findings that a summary shows; a report has all. */
const mostFindings = 20;

/** Prints what a session came to, on `err`. */
export function printSummary(report: LiveReport, { err, errColours }: Terminal): void {
  const { bold, dim, red, green, yellow } = errColours;
  const { counts, findings, coverage } = report;
  const parts = [
    green(`${figure(counts.good)} good`),
    ...(counts.warned > 0 ? [yellow(`${figure(counts.warned)} with a warning`)] : []),
    ...(counts.bad > 0 ? [red(`${figure(counts.bad)} bad`)] : []),
    ...(counts.posthog > 0 ? [dim(`${figure(counts.posthog)} of PostHog's own`)] : []),
    ...(counts.repeated > 0 ? [dim(`${figure(counts.repeated)} sent again`)] : []),
    ...(counts.refused > 0 ? [red(`${figure(counts.refused)} requests refused`)] : []),
    ...(counts.recordings > 0 ? [dim(`${figure(counts.recordings)} parts of recordings`)] : []),
  ];
  const lines = ["", `${bold(many(counts.events, "event"))}: ${parts.join(", ")}`];
  for (const { id, code, severity, subject, message, help, count, place } of findings.slice(
    0,
    mostFindings,
  )) {
    const paint = severity === "error" ? red : severity === "warning" ? yellow : dim;
    const mark = severity === "error" ? "✗" : severity === "warning" ? "!" : "·";
    const about = printable(
      subject.replace(/^(events|requests)\//, "").replace("/properties/", " · "),
    );
    const where = place === null ? "" : dim(` ${place.file}:${place.line}`);
    lines.push(
      `${paint(`${mark} ${id} ${code}`)} ${bold(about)} ${dim(`×${figure(count)}`)}${where}`,
      `    ${printable(message)}`,
      ...(help === null ? [] : [dim(`    ${printable(help)}`)]),
    );
  }
  const more = findings.length - mostFindings + report.otherFindings;
  if (more > 0)
    lines.push(dim(`  … and ${figure(more)} sorts of finding more; --report json=file has them`));
  const of = coverage.product === null ? "the plan" : coverage.product;
  lines.push(
    dim(
      `Coverage of ${of}: ${coverage.eventsSeen} of ${many(coverage.events, "event")}, ${coverage.propertiesSeen} of ${coverage.properties} properties`,
    ),
  );
  err(`${lines.join("\n")}\n`);
}

function figure(count: number): string {
  return count.toLocaleString("en-US");
}
