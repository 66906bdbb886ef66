/** What an answer says besides its text. */
export interface QuietAnswer {
  readonly contentType: string;
  readonly text: string;
}

const json = (value: unknown): QuietAnswer => ({
  contentType: "application/json",
  text: JSON.stringify(value),
});
const script = (text: string): QuietAnswer => ({ contentType: "text/javascript", text });

const flags = {
  flags: {},
  featureFlags: {},
  featureFlagPayloads: {},
  errorsWhileComputingFlags: false,
  requestId: "00000000-0000-4000-8000-000000000000",
};

/** What a project without flags, surveys and recording says: posthog-js then asks for nothing more. */
const remoteConfig = {
  ...flags,
  supportedCompression: ["gzip", "gzip-js"],
  hasFeatureFlags: false,
  sessionRecording: false,
  surveys: false,
  toolbarParams: {},
  isAuthenticated: false,
  siteApps: [],
  heatmaps: false,
  autocapture_opt_out: false,
  autocaptureExceptions: false,
  capturePerformance: false,
  captureDeadClicks: false,
  defaultIdentifiedOnly: true,
  elementsChainAsString: true,
  analytics: { endpoint: "/i/v0/e/" },
};

/**
 * What PostHog's clients ask for besides sending events: flags, their remote configuration, parts of
 * themselves. Null for an address that PostHog does not have.
 */
export function quietAnswer(path: string): QuietAnswer | null {
  if (path === "/flags") return json(flags);
  if (path === "/decide") return json(remoteConfig);
  if (/^\/array\/[^/]+\/config$/.test(path)) return json(remoteConfig);
  if (/^\/array\/[^/]+\/config\.js$/.test(path)) return script("");
  if (path.startsWith("/static/")) return script("");
  if (/^\/api\/feature_flag\/local_evaluation$/.test(path) || path === "/flags/definitions")
    return json({ flags: [], group_type_mapping: {}, cohorts: {} });
  if (path === "/api/surveys") return json({ surveys: [] });
  if (path === "/api/early_access_features") return json({ earlyAccessFeatures: [] });
  if (path === "/api/web_experiments") return json({ experiments: [] });
  return null;
}
