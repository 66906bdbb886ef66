type TrackByName = (event: string) => (properties: object) => void;

/**
 * Tracks PostHog's `$pageview` now and whenever the path changes, and `$pageleave` as the page is
 * left: `trackPageviews(tracker.forTenant("t_1"))`. They pass the tracker like any event: its consent,
 * its context. Changes of the path are heard through the Navigation API; what is answered tracks a
 * view by hand, for routers in browsers without it and right after `optIn()`.
 */
export function trackPageviews(tracker: { readonly track: object }): () => void {
  const track = tracker.track as TrackByName;
  let path: string | undefined;

  function view(): void {
    path = location.pathname;
    track("$pageview")({});
  }
  function changed(): void {
    if (path !== location.pathname) view();
  }

  view();
  const { navigation } = globalThis as { navigation?: EventTarget };
  navigation?.addEventListener("currententrychange", changed);
  // Before the transport hands over what waits.
  addEventListener("pagehide", () => track("$pageleave")({}), { capture: true });
  addEventListener("pageshow", ({ persisted }) => {
    if (persisted) view();
  });
  return view;
}
