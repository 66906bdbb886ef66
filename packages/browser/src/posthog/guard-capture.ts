/** As much of what posthog-js gives to `before_send` as the guard looks at. */
export interface CapturedEvent {
  readonly event: string;
  properties: Record<string, unknown>;
}

/** What becomes of events that neither the plan's client nor posthog-js itself has made. */
export interface CaptureGuardOptions {
  /** `drop` keeps them from leaving; `mark` adds `dd0c_unplanned: true`, to be found in PostHog. */
  readonly outside: "drop" | "mark";
  /** Names that may pass all the same, while old calls are being moved into the plan. */
  readonly allow?: readonly string[] | undefined;
  /** Told each name once. */
  readonly onOutside?: ((event: string) => void) | undefined;
}

/** What our clients say of themselves on each event, and nobody else. */
const LIB = "dd0c-track-browser";

/** Names that are told at most: code that makes up names must not fill the memory. */
const TOLD = 200;

/**
 * A `before_send` for `posthog.init` that holds other code on the page to the plan: what is captured
 * past the typed client is dropped or marked. Events of posthog-js itself (`$pageview`, `$autocapture`)
 * pass; its options say which of them there are. It needs no list of events, for it knows the client's.
 */
export function guardCapture({
  outside,
  allow = [],
  onOutside,
}: CaptureGuardOptions): <E extends CapturedEvent>(captured: E | null) => E | null {
  const told = new Set<string>();

  function tell(event: string): void {
    if (told.has(event) || told.size >= TOLD) return;
    told.add(event);
    try {
      onOutside?.(event);
    } catch {
      // An error here would cost the event that passes.
    }
  }

  return (captured) => {
    if (!captured) return captured;
    const { event, properties } = captured;
    if (event.startsWith("$") || properties.$lib === LIB || allow.includes(event)) return captured;
    tell(event);
    if (outside === "drop") return null;
    properties.dd0c_unplanned = true;
    return captured;
  };
}
