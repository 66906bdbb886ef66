/**
 * A change of a plan as a rule's page shows it: lines that begin with `-` were in the old plan, lines
 * that begin with `+` are in the new one, all others in both.
 */
export function example([text = ""]: TemplateStringsArray): string {
  const lines = text.replace(/^\n/, "").replace(/ *$/, "");
  const indent = Math.min(
    ...lines.split("\n").flatMap((it) => (it.trim() === "" ? [] : it.search(/\S/))),
  );
  return lines.replaceAll(new RegExp(`^ {${indent}}`, "gm"), "");
}

/** Both plans of an example; `plan: shop` stands in front unless it says its own. */
export function plansOf(change: string): { readonly base: string; readonly head: string } {
  const side = (sign: "-" | "+"): string => {
    const other = sign === "-" ? "+" : "-";
    const lines = change.split("\n").filter((line) => !line.startsWith(other));
    const text = lines.map((line) => line.replace(/^[-+ ]/, "")).join("\n");
    return /^plan:/m.test(text) ? text : `plan: shop\n${text}`;
  };
  return { base: side("-"), head: side("+") };
}
