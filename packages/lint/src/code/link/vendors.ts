/** An SDK: which modules it comes in, which paths from their exports lead to a client or send. */
export interface VendorFact {
  readonly name: string;
  readonly modules: RegExp;
  /** Ways to a client: `new X`, `x()`, `x.y`; `*` for what the module is as a whole. */
  readonly clients: readonly string[];
  /** Exports that send by themselves: `track(name, properties)`. */
  readonly functions: Readonly<Record<string, Slots>>;
  /** Methods of a client that send. */
  readonly methods: Readonly<Record<string, Slots>>;
  /** Words in the names of clients that come from nowhere we see: `$posthog`, `posthogClient`. */
  readonly named: RegExp;
  /** Globals that its snippet makes. */
  readonly globals: readonly string[];
  /** Modules whose calls take one payload object. */
  readonly payload?: RegExp;
}

/** Where a call holds what: argument indexes; `payload` where it may be one object instead. */
export interface Slots {
  readonly event: number;
  readonly properties: number | null;
  readonly options: number | null;
  readonly payload?: Payload;
}

/** The keys of a payload object. */
export interface Payload {
  readonly event: string;
  readonly properties: string;
  readonly distinctId: string;
}

const args = (
  event: number,
  properties: number | null,
  options: number | null,
  payload?: Payload,
): Slots => (payload ? { event, properties, options, payload } : { event, properties, options });
const posthogPayload: Payload = {
  event: "event",
  properties: "properties",
  distinctId: "distinctId",
};
const segmentPayload: Payload = { event: "event", properties: "properties", distinctId: "userId" };
const capture = args(0, 1, 2, posthogPayload);
const segment = args(0, 1, 2, segmentPayload);

/** The SDKs we know. */
export const vendors: readonly VendorFact[] = [
  {
    name: "posthog",
    modules:
      /^(posthog-(js|node|react-native|js-lite|edge)|@posthog\/(react|nuxt|next|nextjs|browser|node))(\/|$)/,
    clients: [
      ...["default", "posthog", "usePostHog()", "useActivePostHog()", "new PostHog", "new default"],
      ...[
        "new PostHogEdge",
        "default.default",
        "getPostHog()",
        "new PostHogNode",
        "PostHog.default",
      ],
      ...["getServerPostHog()", "new PostHogBackendClient"],
    ],
    functions: {},
    methods: { capture, captureImmediate: capture },
    named: /post_?hog|^ph$/i,
    globals: ["posthog", "$posthog"],
    payload: /^(posthog-node|posthog-edge|@posthog\/node)/,
  },
  {
    name: "segment",
    modules: /^(@segment\/|analytics-node$|@june-so\/|@customerio\/cdp|@vtex\/segment)/,
    clients: [
      ...["AnalyticsBrowser.load()", "new AnalyticsBrowser", "new Analytics", "new default"],
      ...[
        "createClient()",
        "useAnalytics()",
        "AnalyticsBrowser.standalone()",
        "default",
        "Analytics.load()",
      ],
      ...["AnalyticsBrowser.load().0", "AnalyticsBrowser.load().analytics"],
    ],
    functions: {},
    methods: { track: segment },
    named: /segment|^analytics$/i,
    globals: ["analytics"],
    payload: /node/,
  },
  {
    name: "rudderstack",
    modules: /^(@rudderstack\/|rudder-sdk-js|rudder-sdk-node)/,
    clients: [
      "new RudderAnalytics",
      "new default",
      "default",
      "RudderAnalytics.getRudderAnalytics()",
      "*",
    ],
    functions: { track: segment },
    methods: { track: segment },
    named: /rudder/i,
    globals: ["rudderanalytics"],
    payload: /node/,
  },
  {
    name: "mixpanel",
    modules: /^mixpanel(-browser|-react-native|-figma)?(\/|$)/,
    clients: ["default", "default.init()", "init()", "new Mixpanel", "*", "Mixpanel.init()"],
    functions: {},
    methods: { track: args(0, 1, 2), track_links: args(1, 2, null), track_forms: args(1, 2, null) },
    named: /mixpanel/i,
    globals: ["mixpanel"],
  },
  {
    name: "amplitude",
    modules: /^(@amplitude\/(analytics|node|unified)|amplitude-js)/,
    clients: [
      ...["default", "createInstance()", "default.getInstance()", "getInstance()", "*", "init()"],
      ...["default.createInstance()"],
    ],
    functions: { track: args(0, 1, 2), logEvent: args(0, 1, 2) },
    methods: {
      track: args(0, 1, 2, {
        event: "event_type",
        properties: "event_properties",
        distinctId: "user_id",
      }),
      logEvent: args(0, 1, 2, {
        event: "event_type",
        properties: "event_properties",
        distinctId: "user_id",
      }),
    },
    named: /amplitude/i,
    globals: ["amplitude"],
  },
  {
    name: "vercel",
    modules: /^@vercel\/analytics/,
    clients: [],
    functions: { track: args(0, 1, 2) },
    methods: {},
    named: /^\b$/,
    globals: [],
  },
  {
    name: "firebase",
    modules: /^(@?firebase\/analytics|@react-native-firebase\/analytics)/,
    clients: ["default()"],
    functions: { logEvent: args(1, 2, 3) },
    methods: { logEvent: args(0, 1, 2) },
    named: /^\b$/,
    globals: [],
  },
  {
    name: "google",
    modules: /^(@next\/third-parties\/google|react-ga4?$|nextjs-google-analytics)/,
    clients: ["default"],
    functions: { event: args(0, 1, null) },
    methods: {},
    named: /^\b$/,
    globals: [],
  },
  {
    name: "plausible",
    modules: /^(next-plausible|plausible-tracker)/,
    clients: ["default()"],
    functions: { "usePlausible()": args(0, 1, null) },
    methods: { trackEvent: args(0, 1, null) },
    named: /plausible/i,
    globals: [],
  },
  {
    name: "openpanel",
    modules: /^@openpanel\//,
    clients: ["useOpenPanel()", "new OpenPanel", "new OpenpanelSdk"],
    functions: {},
    methods: { track: args(0, 1, null), event: args(0, 1, null) },
    named: /open_?panel/i,
    globals: [],
  },
  {
    name: "vscode",
    modules: /^@vscode\/extension-telemetry/,
    clients: ["new default", "new TelemetryReporter"],
    functions: {},
    methods: {
      sendTelemetryEvent: args(0, 1, null),
      sendTelemetryErrorEvent: args(0, 1, null),
      sendDangerousTelemetryEvent: args(0, 1, null),
    },
    named: /telemetryReporter/i,
    globals: [],
  },
];

/** The SDK that a module belongs to. */
export function vendorOf(module: string): VendorFact | null {
  return vendors.find((it) => it.modules.test(module)) ?? null;
}

/** The SDK of a name. */
export function vendorNamed(name: string): VendorFact | null {
  return vendors.find((it) => it.name === name) ?? null;
}

/** The SDK whose snippet makes a global of this name. */
export function vendorOfGlobal(name: string): VendorFact | null {
  return vendors.find((it) => it.globals.includes(name)) ?? null;
}

/** What a client's methods do beside sending named events. */
export const identityMethods: ReadonlySet<string> = new Set([
  ...[
    "identify",
    "alias",
    "group",
    "groupIdentify",
    "register",
    "register_once",
    "registerForSession",
  ],
  ...[
    "register_for_session",
    "unregister",
    "unregister_for_session",
    "reset",
    "setPersonProperties",
  ],
  ...["identifyImmediate", "aliasImmediate", "setGroup", "people", "createPersonProfile"],
  ...["setUserId", "setUserProperties", "setDeviceId"],
]);

/** Methods that wait for delivery. */
export const flushMethods: ReadonlySet<string> = new Set([
  ...[
    "flush",
    "flushAsync",
    "shutdown",
    "shutdownAsync",
    "_shutdown",
    "closeAndFlush",
    "captureImmediate",
  ],
]);

/** Methods that start to record what nobody named. */
export const recordingMethods: ReadonlySet<string> = new Set([
  "startSessionRecording",
  "startExceptionAutocapture",
]);
