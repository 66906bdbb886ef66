import type { RulePage } from "@dd0c/track-lint";

/** What there is to say of a rule beside its page, in words: `warning · recommended · locked`. */
export function ruleFacts(
  { severity, preset, locked, audiences, fixable }: Partial<RulePage>,
  isCompilers: boolean,
): readonly string[] {
  if (isCompilers) return ["error", "always on"];
  if (severity === undefined) return [];
  return [
    severity === "info" ? "note" : severity,
    preset === null || preset === undefined ? "off unless asked for" : preset,
    ...(locked === true ? ["locked: no comment or baseline silences it"] : []),
    ...(fixable === true ? ["--fix mends it"] : []),
    ...(audiences === undefined || audiences.length === 0
      ? []
      : [`breaks ${audiences.join(", ")}`]),
  ];
}
