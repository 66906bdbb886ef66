import { element } from "./element.js";

/** Longer values are cut on the page; nobody reads them here. */
const longest = 2_000;
const mostItems = 200;

/** JSON as lines, with properties that are wrong marked. */
export function jsonLines(
  value: Readonly<Record<string, unknown>>,
  wrong: ReadonlySet<string>,
): HTMLElement {
  const pre = element("pre", { class: "json", tabindex: 0, "aria-label": "The event as JSON" });
  const line = (
    depth: number,
    isWrong: boolean,
    ...parts: readonly (HTMLElement | string)[]
  ): void =>
    pre.append(
      element(
        "span",
        { class: isWrong ? "line wrong" : "line" },
        "  ".repeat(depth),
        ...parts,
        "\n",
      ),
    );

  function write(
    key: string | null,
    it: unknown,
    depth: number,
    isWrong: boolean,
    comma: string,
  ): void {
    const name = key === null ? [] : [element("span", { class: "key" }, JSON.stringify(key)), ": "];
    if (typeof it !== "object" || it === null) {
      const text = JSON.stringify(it) ?? "null";
      const shown = text.length > longest ? `${text.slice(0, longest)}…` : text;
      line(
        depth,
        isWrong,
        ...name,
        element("span", { class: it === null ? "null" : typeof it }, shown),
        comma,
      );
      return;
    }
    const isList = Array.isArray(it);
    const members = Object.entries(it);
    const [open, close] = isList ? ["[", "]"] : ["{", "}"];
    if (members.length === 0) {
      line(depth, isWrong, ...name, `${open}${close}${comma}`);
      return;
    }
    line(depth, isWrong, ...name, open);
    members.slice(0, mostItems).forEach(([member, inner], at) => {
      // Only an event's own properties are marked, and what stands beside them.
      const marks =
        (depth === 0 && key === null && member !== "properties") ||
        (depth === 1 && key === "properties");
      const comma = at === members.length - 1 ? "" : ",";
      write(
        isList ? null : member,
        inner,
        depth + 1,
        isWrong || (marks && wrong.has(member)),
        comma,
      );
    });
    if (members.length > mostItems)
      line(depth + 1, false, `… and ${members.length - mostItems} more`);
    line(depth, isWrong, `${close}${comma}`);
  }

  write(null, value, 0, false, "");
  return pre;
}
