import { type Diagnostic, didYouMean, finding } from "@dd0c/track-codegen";
import type { RulePage } from "../rule-page.js";
import type { CodeIgnore } from "./ignores-in.js";
import { codeRules } from "./index.js";

/** What is wrong with a comment itself: unknown, locked, without a reason, expired, or unused. */
export function complaintsAbout(
  ignore: CodeIgnore,
  { today, isWhole }: { readonly today: string; readonly isWhole: boolean },
): readonly Diagnostic<string>[] {
  const { span, rules, unknown, reason, until, used } = ignore;
  const subject = (what: string): string => `${span.file}/ignore/${what}`;
  const words = codeRules.flatMap(({ page }) => [page.name, page.id]);
  const found: Diagnostic<string>[] = unknown.map((word) =>
    finding("unknown-rule", span, `There is no rule "${word}" to ignore.`, {
      severity: "warning",
      help: didYouMean(word, words) ?? "`dd0c-track rules --family code` lists them.",
      subject: subject(word),
    }),
  );
  const names = rules.map(({ id }) => id).join(", ");
  const locked = rules.filter((rule) => rule.locked);
  if (locked.length > 0) {
    const list = locked.map(({ id, name }) => `${id} ${name}`).join(", ");
    found.push(
      finding("locked-rule-suppressed", span, `${list} cannot be silenced.`, {
        help: "Mend what it found.",
        subject: subject(list),
      }),
    );
  }
  if (rules.length === 0 && unknown.length === 0) {
    found.push(
      finding("unknown-rule", span, "This names no rule to ignore.", {
        severity: "warning",
        help: "Write `dd0c-ignore-next-line C101: reason`.",
        subject: subject("none"),
      }),
    );
    return found;
  }
  if (reason === "") {
    found.push(
      finding(
        "suppression-without-reason",
        span,
        `Nobody says why ${names || unknown.join(", ")} is ignored here.`,
        {
          help: "Write the reason after a colon: `dd0c-ignore-next-line C101: reason`.",
          subject: subject(`${names}/reason`),
        },
      ),
    );
  }
  if (until !== null && until < today && used) {
    found.push(
      finding(
        "suppression-expired",
        span,
        `This was to be ignored until ${until}, which has passed.`,
        {
          help: "Mend what it silenced, or give it a later day.",
          subject: subject(`${names}/until`),
        },
      ),
    );
  }
  const isJudged = isWhole || rules.every(isAboutOneFile);
  if (!used && rules.length > 0 && locked.length === 0 && isJudged) {
    found.push(
      finding("unused-suppression", span, `${names} finds nothing here: this comment can go.`, {
        severity: "warning",
        help: "Take the comment out.",
        subject: subject(`${names}/unused`),
      }),
    );
  }
  return found;
}

function isAboutOneFile({ name }: RulePage): boolean {
  return codeRules.find(({ page }) => page.name === name)?.scope === "file";
}
