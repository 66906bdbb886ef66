import type { Report } from "../report.js";
import type { Event, Naming, ResolvedPlan } from "../resolved-plan.js";
import { invisible, objectMembers } from "../usable-name.js";
import { followsShape } from "./name-shape.js";

/** Names follow the plan's shape, are not reserved, and can be written down. */
export function checkEventNames(plan: ResolvedPlan, report: Report): void {
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
    } else if (isBound(event) && !followsShape(event.name, plan.naming)) {
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

/** Whether the plan's rule holds for an event: not for one that follows the rule of another plan. */
function isBound({ namingException, lineage }: Event): boolean {
  return namingException === null && lineage.every(({ kind }) => kind !== "import");
}

/** A file is named after an event by some emitters; disks take 255 bytes with the ending. */
const mostBytes = 240;

/** Names that no plan can have, whatever its rule. */
function unusable(
  { name, path }: Event,
  maxLength: number,
): { readonly message: string; readonly help: string } | null {
  if (name.startsWith("$"))
    return { message: `"${name}" starts with $, which is PostHog's.`, help: "Take the $ away." };
  if (invisible.test(name))
    return {
      message: "The name holds a character that nobody can see.",
      help: "Use letters, digits and separators.",
    };
  if (path.some((part) => part.trim() === ""))
    return { message: `"${name}" has an empty part.`, help: "Write one word between two dots." };
  if (name.length > maxLength)
    return {
      message: `The name has ${name.length} characters; at most ${maxLength} are allowed.`,
      help: "Shorten it, or raise `naming: max_length` (PostHog takes 200).",
    };
  if (encodeURIComponent(name).replace(/%../g, "-").length > mostBytes)
    return {
      message: `The name takes more than ${mostBytes} bytes, which no file's name can.`,
      help: "Shorten it.",
    };
  const odd = path.find((part) => objectMembers.has(part));
  if (odd === undefined) return null;
  return {
    message: `"${odd}" cannot be part of an event's name: JavaScript objects have it already.`,
    help: "Choose another word.",
  };
}

function howTo({ event, case: spelling }: Naming): string {
  const shape = event === null ? "" : ` in the shape ${event}`;
  return `Write it${shape}, each word in ${spelling} case.`;
}
