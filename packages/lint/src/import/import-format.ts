/** The tools whose plans `dd0c-track import` reads. */
export const importFormats = [
  "segment",
  "rudderstack",
  "amplitude",
  "avo",
  "json-schema",
  "posthog",
] as const;

/** One of them. */
export type ImportFormat = (typeof importFormats)[number];
