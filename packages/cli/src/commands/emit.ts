import { badEvents, exampleEvents, NotTaken, sendEvents } from "@dd0c/track-live";
import { BadInput } from "../bad-input.js";
import { readOnePlan } from "../dev/one-plan.js";
import { type ExitCode, exitCode } from "../exit-code.js";
import { many } from "../reporters/findings.js";
import type { Terminal } from "../terminal.js";
import type { WorkspaceOptions } from "../workspace.js";

/** Options of `emit`. */
export interface EmitOptions extends WorkspaceOptions {
  readonly plan?: string;
  /** Where the events go; without it they are printed. */
  readonly to?: string;
  readonly product?: string;
  /** Events with one mistake each, in place of right ones. */
  readonly bad?: boolean;
  readonly key?: string;
}

/** What clients without a key of their own say. */
const usualKey = "phc_dd0c_track_emit";

/** `dd0c-track emit`: sends an example of every event in the plan, or prints them as lines of JSON. */
export async function emit(options: EmitOptions, terminal: Terminal): Promise<ExitCode> {
  const read = await readOnePlan(options.plan, options, terminal);
  if (read === null) return exitCode.findings;
  const { plan } = read;
  const { product, to, bad, key = usualKey } = options;
  if (product !== undefined && !plan.products.some(({ name }) => name === product))
    throw new BadInput(`The plan has no product "${product}".`, {
      help: `It has ${plan.products.map(({ name }) => name).join(", ")}.`,
    });
  // Printed, they are the same each time; sent, they are of today, so that funnels and charts show them.
  const from = to === undefined ? Date.parse("2027-01-15T09:30:00Z") : Date.now();
  const which = { from, ...(product === undefined ? {} : { product }) };
  const events =
    bad === true ? badEvents(plan, which).map(({ event }) => event) : exampleEvents(plan, which);
  if (to === undefined) {
    for (const event of events) terminal.out(`${JSON.stringify(event)}\n`);
    return exitCode.clean;
  }
  const sent = await sendEvents(to, key, events).catch((error: unknown) => {
    if (error instanceof NotTaken)
      throw new BadInput(error.message, { help: "Start one: `dd0c-track dev`." });
    throw error;
  });
  const what = bad === true ? "wrong event" : "event";
  terminal.err(`${terminal.errColours.green("✓")} Sent ${many(sent, what)} to ${to}\n`);
  return exitCode.clean;
}
