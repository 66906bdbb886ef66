/** As much of posthog-js as starts and stops its recorder. */
export interface Recorder {
  startSessionRecording(): void;
  stopSessionRecording(): void;
}

/**
 * Stops the recorder as the page's route enters one that is not recorded, and starts it again as the
 * route leaves it. It hears of routes as posthog-js does: through `history` and `popstate`.
 */
export function hideAuthPages(recorder: Recorder, isRecorded: () => boolean): void {
  let isOn = isRecorded();
  const heed = (): void => {
    if (isRecorded() === isOn) return;
    isOn = !isOn;
    if (isOn) recorder.startSessionRecording();
    else recorder.stopSessionRecording();
  };
  for (const method of ["pushState", "replaceState"] as const) {
    const original = history[method].bind(history);
    history[method] = (...route) => {
      original(...route);
      heed();
    };
  }
  addEventListener("popstate", heed);
}
