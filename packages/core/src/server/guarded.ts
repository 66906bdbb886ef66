import type { ClientPlan } from "../client-plan";
import { createGuard } from "../guard";
import type { MakeSink } from "../sink";
import type { ServerOptions } from "./server-options";

/** The host's guard, by the plan and its own options; JSON as it is where it wants none. `masked` hears what was found. */
export function guardOf(
  client: ClientPlan,
  { guard = true }: Pick<ServerOptions, "guard">,
  masked: (name: string, times: number) => void,
): (json: string) => string {
  if (guard === false) return (json) => json;
  const { patterns, allow = [] } = guard === true ? {} : guard;
  return createGuard({ patterns, allow: [...(client.allow ?? []), ...allow] }, masked);
}

/** A sink whose host has a guard, unless the host wants none: what it masks is counted and reported. */
export function guarded(
  client: ClientPlan,
  options: Pick<ServerOptions, "guard">,
  make: MakeSink,
): MakeSink {
  if (options.guard === false) return make;
  return (host) => {
    const { counters, report } = host;
    counters.masked = 0;
    const guard = guardOf(client, options, (name, times) => {
      counters.masked = (counters.masked ?? 0) + times;
      report("masked", name);
    });
    return make({ ...host, guard });
  };
}
