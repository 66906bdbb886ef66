import { finding } from "@dd0c/track-codegen";
import type { PropertyFact } from "../../code/value-fact.js";
import { codePage } from "../code-page.js";
import type { CodeRule } from "../code-rule.js";

/** What records everything is switched on by nobody in passing. */
export const autocaptureOrRecordingEnabled: CodeRule = {
  scope: "file",
  page: codePage({
    id: "C307",
    name: "autocapture-or-recording-enabled",
    title: "Autocapture or session recording switched on",
    why: "Both send what no plan describes: the text of elements, what people type, whole screens.",
    fix: "Switch it off, or let whoever answers for privacy decide and silence the finding with the reason. An SDK that is not told keeps its own default; this rule speaks only of what the code says.",
    severity: "warning",
    preset: "strict",
    bad: `
      import posthog from "posthog-js";

      posthog.init("phc_key", { autocapture: true });
    `,
    good: `
      import posthog from "posthog-js";

      posthog.init("phc_key", { autocapture: false, disable_session_recording: true });
    `,
  }),
  check: (analysis) =>
    analysis.touches.flatMap((touch) => {
      if (touch.place.isInTest) return [];
      const subject = (what: string): string =>
        [touch.span.file, touch.place.symbol, what].filter(Boolean).join("/");
      if (touch.kind === "call" && touch.role === "recording") {
        return [
          finding(
            "autocapture-or-recording-enabled",
            touch.span,
            `${touch.method} switches recording on.`,
            {
              severity: "warning",
              help: "Let whoever answers for privacy decide it.",
              subject: subject(touch.method),
            },
          ),
        ];
      }
      if (touch.kind !== "construct") return [];
      return (touch.options?.entries ?? []).filter(isSwitchedOn).map(({ key, keySpan }) =>
        finding(
          "autocapture-or-recording-enabled",
          keySpan,
          `"${key}" sends what no plan describes.`,
          {
            severity: "warning",
            help: "Switch it off, or let whoever answers for privacy decide it.",
            subject: subject(key),
          },
        ),
      );
    }),
};

function isSwitchedOn({ key, value }: PropertyFact): boolean {
  const only = value.literals?.length === 1 ? value.literals[0] : undefined;
  if (key === "autocapture" || key === "enable_recording_console_log") {
    return only === true || value.kind === "object";
  }
  if (key === "disable_session_recording") return only === false;
  return key === "session_recording" && value.kind === "object";
}
