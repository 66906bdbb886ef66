import type { EventSpec } from "../language/sections/event.js";
import type { Collected, Definition } from "./collect.js";
import type { PlanScope } from "./definitions.js";
import type { Event } from "./resolved-plan.js";
import { SameList } from "./same-list.js";

/** What event definitions came to, by what the file says; a file that did not change says the same object. */
const memory = new WeakMap<EventSpec, Remembered>();

const surroundings = new SameList();

interface Remembered {
  readonly around: readonly unknown[];
  readonly events: readonly Event[];
}

/**
 * Resolves an event definition, or gives what it came to before: as long as all files that it can
 * refer to are the same objects, which is the case after an edit of another file's events. What
 * made a finding is made again, and so is everything in plans that take in raw JSON Schema files.
 */
export function eventMemory(
  { around }: Collected,
  { report, files }: PlanScope,
): (definition: Definition<EventSpec>, resolve: () => readonly Event[]) => readonly Event[] {
  const now = surroundings.of(around);
  return ({ value }, resolve) => {
    const before = memory.get(value);
    if (before?.around === now) return before.events;
    const { found } = report;
    const events = resolve();
    if (report.found === found && files.taken === 0) memory.set(value, { around: now, events });
    return events;
  };
}
