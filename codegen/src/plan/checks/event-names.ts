import type { Report } from "../report.js";
import type { Event, Naming, ResolvedPlan } from "../resolved-plan.js";

/** Names follow the plan's shape, are not reserved, and can be written down. */
export function checkEventNames(plan: ResolvedPlan, report: Report): void {
  const shape = nameShape(plan.naming);
  const reserved = new Set(plan.reserved.events);
  for (const event of plan.events) {
    const problem = unusable(event, plan.naming.maxLength);
    if (problem !== null)
      report.add("reserved-name", event.origin, problem.message, { help: problem.help });
    else if (reserved.has(event.name)) {
      report.add(
        "reserved-name-in-use",
        event.origin,
        `"${event.name}" is reserved: it meant something else once.`,
        { help: "Choose another name; old data would mix with the new." },
      );
    } else if (shape !== null && event.namingException === null && !shape.test(event.name)) {
      report.add(
        "event-name-format",
        event.origin,
        `"${event.name}" does not read ${plan.naming.event ?? plan.naming.case}.`,
        {
          help: `${howTo(plan.naming)} A name that must bend the rule says \`naming_exception:\` and why.`,
        },
      );
    }
  }
}

/** Names that no plan can have, whatever its rule. */
function unusable(
  { name, path }: Event,
  maxLength: number,
): { readonly message: string; readonly help: string } | null {
  if (name.startsWith("$"))
    return { message: `"${name}" starts with $, which is PostHog's.`, help: "Take the $ away." };
  if (/\p{Cc}|[\u2028\u2029]/u.test(name))
    return {
      message: "The name holds a control character.",
      help: "Use letters, digits and separators.",
    };
  if (path.some((part) => part.trim() === ""))
    return { message: `"${name}" has an empty part.`, help: "Write one word between two dots." };
  if (name.length > maxLength)
    return {
      message: `The name has ${name.length} characters; at most ${maxLength} are allowed.`,
      help: "Shorten it, or raise `naming: max_length` (PostHog takes 200).",
    };
  const odd = path.find((part) => unsafe.has(part));
  if (odd === undefined) return null;
  return {
    message: `"${odd}" cannot be part of an event's name: JavaScript objects have it already.`,
    help: "Choose another word.",
  };
}

/** Members of every object or function, on which a client's path would stumble. */
const unsafe = new Set([
  "__proto__",
  "constructor",
  "prototype",
  "then",
  "toJSON",
  "toString",
  "valueOf",
  "hasOwnProperty",
  "apply",
  "bind",
  "call",
  "arguments",
  "caller",
]);

const word: Readonly<Record<Naming["case"], string>> = {
  snake: "[a-z][a-z0-9]*(?:_[a-z0-9]+)*",
  kebab: "[a-z][a-z0-9]*(?:-[a-z0-9]+)*",
  camel: "[a-z][a-zA-Z0-9]*",
  pascal: "[A-Z][a-zA-Z0-9]*",
  title: "[A-Z][A-Za-z0-9]*(?: [A-Z][A-Za-z0-9]*)*",
  any: ".+",
};

/** The plan's rule as an expression; null where any name goes. */
function nameShape(naming: Naming): RegExp | null {
  if (naming.event === null)
    return naming.case === "any" ? null : new RegExp(`^${word[naming.case]}$`, "u");
  const parts = naming.event
    .split(/<[^<>]*>/)
    .map((literal) => literal.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${parts.join(word[naming.case])}$`, "u");
}

function howTo({ event, case: spelling }: Naming): string {
  const shape = event === null ? "" : ` in the shape ${event}`;
  return `Write it${shape}, each word in ${spelling} case.`;
}
