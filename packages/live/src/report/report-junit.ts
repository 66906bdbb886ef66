import type { LiveReport, LiveReportFinding } from "./live-report.js";

/**
 * A report as JUnit's XML: a suite for each product with a case for each planned event, failed by its
 * findings and skipped where it did not come; and one for what is no planned event.
 */
export function reportJunit(
  report: LiveReport,
  planned: readonly { readonly event: string; readonly product: string; readonly seen: number }[],
): string {
  const bad = report.findings.filter(({ severity }) => severity === "error");
  const names = new Set(planned.map(({ event }) => event));
  const suites = [...new Set(planned.map(({ product }) => product))].map((product) => {
    const cases = planned
      .filter((it) => it.product === product)
      .map(({ event, seen }) => ({
        name: event,
        seen,
        found: bad.filter((it) => eventOf(it) === event),
      }));
    return { name: product, cases };
  });
  const others = new Map<string, LiveReportFinding[]>();
  for (const finding of bad) {
    const event = eventOf(finding);
    if (names.has(event)) continue;
    others.set(event, [...(others.get(event) ?? []), finding]);
  }
  if (others.size > 0)
    suites.push({
      name: "not in the plan",
      cases: [...others].map(([name, found]) => ({ name, seen: 1, found })),
    });
  const all = suites.flatMap(({ cases }) => cases);
  return `<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="dd0c-track dev" ${countsOf(all)}>
${suites.map(({ name, cases }) => suiteText(name, cases)).join("\n")}
</testsuites>
`;
}

interface Case {
  readonly name: string;
  readonly seen: number;
  readonly found: readonly LiveReportFinding[];
}

function suiteText(name: string, cases: readonly Case[]): string {
  return `  <testsuite name="${inXml(name)}" ${countsOf(cases)}>
${cases.map((it) => caseText(it, name)).join("\n")}
  </testsuite>`;
}

function caseText({ name, seen, found }: Case, suite: string): string {
  const open = `    <testcase name="${inXml(name)}" classname="${inXml(suite)}"`;
  if (found.length > 0) {
    const text = found.map(({ id, code, message, help, count }) =>
      `${id} ${code}: ${message} (${count} times) ${help ?? ""}`.trim(),
    );
    return `${open}>\n      <failure type="${inXml(found[0]?.code ?? "")}" message="${inXml(found[0]?.message ?? "")}">${inXml(text.join("\n"))}</failure>\n    </testcase>`;
  }
  return seen === 0
    ? `${open}>\n      <skipped message="it did not come"/>\n    </testcase>`
    : `${open}/>`;
}

function countsOf(cases: readonly Case[]): string {
  const failures = cases.filter(({ found }) => found.length > 0).length;
  const skipped = cases.filter(({ found, seen }) => found.length === 0 && seen === 0).length;
  return `tests="${cases.length}" failures="${failures}" skipped="${skipped}"`;
}

function eventOf({ subject }: LiveReportFinding): string {
  return subject.replace(/^events\//, "").replace(/\/properties\/[\s\S]*$/, "");
}

/** Text as XML 1.0 may hold it: what it has no way to say becomes U+FFFD. */
function inXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "\ufffd")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
