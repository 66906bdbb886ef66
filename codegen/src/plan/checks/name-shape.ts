import type { Naming } from "../resolved-plan.js";

const words: Readonly<Record<Naming["case"], RegExp>> = {
  snake: /^[a-z][a-z0-9]*(?:_[a-z0-9]+)*$/,
  kebab: /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/,
  camel: /^[a-z][a-zA-Z0-9]*$/,
  pascal: /^[A-Z][a-zA-Z0-9]*$/,
  title: /^[A-Z][A-Za-z0-9]*(?: [A-Z][A-Za-z0-9]*)*$/,
  any: /^.+$/s,
};

/**
 * Whether a name follows the plan's rule: `<domain>.<object>.<action>` with each word in its case.
 * A word is the shortest that leaves the rest a chance; placeholders without anything between are one.
 */
export function followsShape(name: string, { event, case: spelling }: Naming): boolean {
  if (event === null) return words[spelling].test(name);
  const [first = "", ...separators] = event.split(/(?:<[^<>]*>)+/);
  if (!name.startsWith(first)) return false;
  let rest = name.slice(first.length);
  for (const [index, separator] of separators.entries()) {
    const isLast = index === separators.length - 1;
    const end = isLast ? rest.length - separator.length : rest.indexOf(separator, 1);
    if (end < 1 || (isLast && !rest.endsWith(separator))) return false;
    if (!words[spelling].test(rest.slice(0, end))) return false;
    rest = rest.slice(end + separator.length);
  }
  return separators.length > 0 || rest === "";
}
