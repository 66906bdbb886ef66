import type { Collected, Definition } from "./collect.js";
import { expectWord } from "./expect-word.js";
import type { Report } from "./report.js";

/** A finding unless `by:` of a funnel or health score is `distinct_id` or a field of the context. */
export function expectCountedBy(
  { value, file }: Definition<{ readonly by: string }>,
  { root }: Collected,
  report: Report,
): void {
  const fields = ["distinct_id", ...Object.keys(root.value.context ?? {})];
  expectWord(value.by, fields, file.located.valueSpan(value, "by"), report, {
    code: "ref-unknown",
    what: "field of the context",
    where: "`context:`",
  });
}
