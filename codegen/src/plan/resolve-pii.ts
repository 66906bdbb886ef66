import type { Located } from "../language/source.js";
import { expectTeam } from "./expect-word.js";
import type { Pii } from "./property-type.js";
import type { Report } from "./report.js";
import type { Vocabulary } from "./vocabulary.js";

type Written =
  | string
  | {
      readonly class: string;
      readonly handling?: Pii["handling"] | undefined;
      readonly reason?: string | undefined;
      readonly reviewer?: string | undefined;
      readonly until?: string | undefined;
    };

/** The decision on personal data: undefined where nothing is said, null for `none`. */
export function resolvePii(
  written: Written | undefined,
  owner: object,
  located: Located,
  vocabulary: Pick<Vocabulary, "piiClasses" | "teams">,
  report: Report,
): Pii | null | undefined {
  if (written === undefined) return undefined;
  if (written === "none") return null;
  const own = typeof written === "string" ? { class: written } : written;
  const span =
    typeof written === "string"
      ? located.valueSpan(owner, "pii")
      : located.valueSpan(written, "class");
  const known = vocabulary.piiClasses.get(own.class);
  if (known === undefined) {
    const names = [...vocabulary.piiClasses.keys()];
    const help =
      report.didYouMean(own.class, names) ??
      `There is ${names.join(", ")}; more stand under \`privacy: classes:\`.`;
    report.add("pii-class-unknown", span, `"${own.class}" is no class of personal data.`, { help });
  }
  const {
    handling = known?.handling ?? "drop",
    reason = null,
    reviewer = null,
    until = null,
  } = own;
  if (handling === "allow" && (reason === null || until === null)) {
    report.add(
      "raw-pii-without-review",
      span,
      `Personal data (${own.class}) would leave as it is.`,
      {
        help: "Say `reason:` and `until:` (the day to review it again), or hash or drop it.",
      },
    );
  }
  if (typeof written !== "string")
    expectTeam(reviewer, vocabulary, () => located.valueSpan(written, "reviewer"), report);
  return { class: own.class, handling, reason, reviewer, until };
}
