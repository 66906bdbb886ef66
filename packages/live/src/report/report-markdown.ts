import type { LiveReport } from "./live-report.js";

/** Findings that a person is shown; the JSON has all. */
const mostFindings = 50;
const mostMissing = 100;

/** A report as Markdown: for a pull request's comment, or a job's summary. */
export function reportMarkdown(report: LiveReport): string {
  const { plan, counts, coverage, findings } = report;
  const isBad = findings.some(({ severity }) => severity === "error");
  const lines = [
    `## ${isBad ? "❌" : "✅"} ${inText(plan.title)}: ${many(counts.events, "event")} held to the plan`,
    "",
    "| good | with a warning | bad | PostHog's own | sent again | requests refused |",
    "| ---: | ---: | ---: | ---: | ---: | ---: |",
    `| ${[counts.good, counts.warned, counts.bad, counts.posthog, counts.repeated, counts.refused].map(figure).join(" | ")} |`,
    "",
  ];
  if (findings.length > 0) {
    lines.push("| | code | what | times | plan |", "| --- | --- | --- | ---: | --- |");
    for (const { id, code, severity, subject, message, help, count, place } of findings.slice(
      0,
      mostFindings,
    )) {
      const mark = { error: "❌", warning: "⚠️", info: "ℹ️" }[severity];
      const at = place === null ? "" : `${inText(place.file)}:${place.line}`;
      const event = inText(subject.replace(/^events\//, "").replace("/properties/", " · "));
      const words = [
        `**${event}**`,
        inText(message),
        ...(help === null ? [] : [inText(help)]),
      ].join("<br>");
      lines.push(`| ${mark} | ${id} ${code} | ${words} | ${figure(count)} | ${at} |`);
    }
    if (findings.length > mostFindings)
      lines.push("", `… and ${findings.length - mostFindings} more.`);
    lines.push("");
  }
  const of = coverage.product === null ? "the plan" : inText(coverage.product);
  lines.push(
    `Coverage of ${of}: **${share(coverage.eventsSeen, coverage.events)}** of ${many(coverage.events, "event")}, ${share(coverage.propertiesSeen, coverage.properties)} of their properties.`,
  );
  const unseen = coverage.missing.filter(({ properties }) => properties === "all");
  if (unseen.length > 0 && counts.events > 0) {
    lines.push(
      "",
      `<details><summary>${many(unseen.length, "planned event")} did not come</summary>`,
      "",
    );
    for (const { event, product } of unseen.slice(0, mostMissing))
      lines.push(`- ${inText(event)} (${inText(product)})`);
    if (unseen.length > mostMissing) lines.push(`- … and ${unseen.length - mostMissing} more`);
    lines.push("", "</details>");
  }
  return `${lines.join("\n")}\n`;
}

/** Text that Markdown and HTML take as text, on one line. */
function inText(text: string): string {
  return text
    .replace(/\p{C}+/gu, " ")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replace(/[\\`*_[\]|~#@]/g, "\\$&");
}

function figure(count: number): string {
  return count.toLocaleString("en-US");
}

function share(part: number, whole: number): string {
  return whole === 0 ? "100 %" : `${Math.floor((part / whole) * 100)} %`;
}

function many(count: number, word: string): string {
  return `${figure(count)} ${word}${count === 1 ? "" : "s"}`;
}
