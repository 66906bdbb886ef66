import type { ClientPlan } from "../client-plan";
import { createGuard } from "../guard";
import type { MakeSink } from "../sink";
import type { ServerOptions } from "./server-options";

/** A sink whose host has a guard, unless the host wants none: what it masks is counted and reported. */
export function guarded(
  client: ClientPlan,
  { guard = true }: Pick<ServerOptions, "guard">,
  make: MakeSink,
): MakeSink {
  if (guard === false) return make;
  const { patterns, allow = [] } = guard === true ? {} : guard;
  return (host) => {
    const { counters, report } = host;
    counters.masked = 0;
    const mask = createGuard(
      { patterns, allow: [...(client.allow ?? []), ...allow] },
      (name, n) => {
        counters.masked = (counters.masked ?? 0) + n;
        report("masked", name);
      },
    );
    return make({ ...host, guard: mask });
  };
}
