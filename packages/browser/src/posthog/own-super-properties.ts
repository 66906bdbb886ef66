import type { PostHogJs } from "../through-posthog-js";

/** As much of posthog-js as keeps super-properties. */
export interface SuperPropertyHolder extends PostHogJs {
  register_once(properties: Record<string, unknown>): void;
  register_for_session(properties: Record<string, unknown>): void;
  unregister(name: string): void;
  unregister_for_session(name: string): void;
}

/**
 * Makes the plan the owner of its super-properties: `createTracker({ posthog:
 * ownSuperProperties(posthog, ["theme"]) })`. The tracker's `register` sets them; whoever else calls
 * `posthog.register` and its like with one of these names changes nothing of it, and `onRefused` is
 * told. A page passes the names that its client's `SuperProperties` has.
 */
export function ownSuperProperties(
  posthog: SuperPropertyHolder,
  names: readonly string[],
  onRefused?: (name: string) => void,
): PostHogJs {
  const register = posthog.register.bind(posthog);
  const isOwned = (name: string): boolean => {
    const isOurs = names.includes(name);
    try {
      if (isOurs) onRefused?.(name);
    } catch {
      // Who registers must not suffer from who listens.
    }
    return isOurs;
  };

  for (const method of ["register", "register_once", "register_for_session"] as const) {
    const original: (properties: Record<string, unknown>, ...rest: unknown[]) => void =
      posthog[method].bind(posthog);
    posthog[method] = (properties: Record<string, unknown>, ...rest: unknown[]) =>
      original(
        Object.fromEntries(Object.entries(properties ?? {}).filter(([name]) => !isOwned(name))),
        ...rest,
      );
  }
  for (const method of ["unregister", "unregister_for_session"] as const) {
    const original = posthog[method].bind(posthog);
    posthog[method] = (name) => {
      if (!isOwned(name)) original(name);
    };
  }
  return {
    capture: (...call) => posthog.capture(...call),
    identify: (...call) => posthog.identify(...call),
    group: (...call) => posthog.group(...call),
    reset: () => posthog.reset(),
    register,
  };
}
