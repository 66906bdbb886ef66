import { type Diagnostic, didYouMean, finding } from "@dd0c/track-codegen";
import type { RulePage } from "../rule-page.js";
import type { CodeIgnore } from "./ignores-in.js";
import { codeRules } from "./index.js";

const form = "`dd0c-ignore-next-line C101: reason until 2026-12-31`";

/** What is wrong with a comment itself: unknown, locked, without a reason, expired, or unused. */
export function complaintsAbout(
  { span, rules, unknown, reason, until, used }: CodeIgnore,
  {
    today,
    isWhole,
    isOn,
  }: {
    readonly today: string;
    readonly isWhole: boolean;
    readonly isOn: (page: RulePage) => boolean;
  },
): readonly Diagnostic<string>[] {
  const found: Diagnostic<string>[] = [];
  const names = [...rules.map(({ id }) => id), ...unknown].join(", ");
  const complain = (code: string, message: string, help: string): void => {
    found.push(finding(code, span, message, { help, subject: `${span.file}/ignore/${names}` }));
  };
  if (names === "") {
    complain("unknown-rule", "This names no rule to ignore.", `Write ${form}.`);
    return found;
  }
  for (const word of unknown) {
    const words = codeRules.flatMap(({ page }) => [page.name, page.id]);
    const help = didYouMean(word, words) ?? "`dd0c-track rules --family code` lists them.";
    complain("unknown-rule", `There is no rule "${word}" to ignore.`, help);
  }
  if (reason === null) {
    complain("suppression-without-reason", "Nobody says why this is ignored.", `Write ${form}.`);
  }
  if (until !== null && until < today) {
    const message = `This was to be ignored until ${until}, which has passed.`;
    complain("suppression-expired", message, "Mend what it silences, or give it a later day.");
  }
  for (const page of rules) {
    const name = `${page.id} ${page.name}`;
    const isJudged = isOn(page) && (isWhole || isAboutOneFile(page));
    if (page.locked) {
      const message = `${name} is locked: no comment can silence it.`;
      complain("locked-rule-suppressed", message, "Mend what it found.");
    } else if (isJudged && !used.has(page.name)) {
      const message = `${name} finds nothing here: there is nothing to ignore.`;
      complain("unused-suppression", message, "Take the comment out.");
    }
  }
  return found;
}

function isAboutOneFile({ name }: RulePage): boolean {
  return codeRules.find(({ page }) => page.name === name)?.scope === "file";
}
