import type { ClientPlan } from "../client-plan";
import { deliver } from "../delivery/delivery";
import { protocolV0 } from "../delivery/v0";
import { protocolV1 } from "../delivery/v1";
import type { Hashed } from "../hashed";
import { isHashed } from "../hasher";
import { EXIT_MS, FLUSH_TIMEOUT_MS, TIMER_MAX_MS } from "../limits";
import { createReport, type Report } from "../report";
import type { RuntimeTracker } from "../runtime-tracker";
import type { MakeSink } from "../sink";
import { createTracker } from "../tracker";
import { allProperties, type WireEvent } from "../wire-event";
import { guardIds } from "./guard-ids";
import { guarded, guardOf } from "./guarded";
import { createHasher } from "./hash-key";
import { keepPlanned } from "./keep-planned";
import { rememberBindings } from "./remember-bindings";
import { sendByHttp } from "./send-by-http";
import type { ServerOptions, ServerParts } from "./server-options";
import type { Encoding, ServerPlatform } from "./server-platform";
import { withExplanation } from "./server-report";

/** What every server's tracker can do. */
export interface ServerTracker extends RuntimeTracker {
  /**
   * Hashes a value as it would be hashed in an event, to hand it to a browser or compare it.
   * Without a key the answer is empty, and an empty value never travels.
   */
  hash<Class extends string>(piiClass: Class, value: string): Hashed<Class>;
}

/** The library's name and version, as `$lib` and `$lib_version` say them. */
export interface Lib {
  readonly name: string;
  readonly version: string;
}

/** A tracker on a server, with the runtime's own `members` on it and on all bound ones: PII hashed under the host's key, events to PostHog unless a sink is given. */
export function createServerTracker<T extends object>(
  client: ClientPlan,
  platform: ServerPlatform,
  options: ServerParts,
  lib: Lib,
  members?: object,
): T {
  const onError = withExplanation(platform, options);
  const report = createReport(platform.now, onError);
  const hasher = createHasher(options.hashKey, platform, report);
  const apiKey = options.api_key?.trim();
  const print = typeof options.debug === "function" ? options.debug : platform.print;
  const none: MakeSink = () => ({ take: () => "disabled", flush: async () => {} });
  const host = options.host?.trim() ?? "https://us.i.posthog.com";
  const wrong = options.disabled || options.sink ? undefined : wrongSetup(apiKey, host);
  const disabled = options.disabled === true || wrong !== undefined;
  if (wrong) report("setup", `${wrong}: nothing is sent`);

  let nobody: string | undefined;

  const byHttp =
    (key: string): MakeSink =>
    (sinkHost) => {
      const { guard } = sinkHost;
      const protocol =
        options.protocol === "v1"
          ? protocolV1(key, lib, platform, guard, options.historical_migration)
          : protocolV0(key, platform.now, guard, options.historical_migration);
      const http = {
        host,
        encoding: encodingOf(platform, options, report),
        lib,
      };
      const line = sendByHttp(platform, protocol, http);
      return deliver({ platform, protocol, ...line, store: options.store }, options)(sinkHost);
    };
  const sink = options.sink ?? (apiKey && !disabled ? byHttp(apiKey) : none);

  return createTracker<T>(client, {
    now: platform.now,
    sink: guarded(client, options, options.around?.(sink) ?? sink),
    hasher,
    context: options.context,
    runtime: {
      $lib: lib.name,
      $lib_version: lib.version,
      $is_server: true,
      // The address that PostHog sees is the server's, not the person's.
      $geoip_disable: true,
    },
    members: (delivery) => ({
      ...leaveInPeace(platform, delivery),
      hash: <Class extends string>(piiClass: Class, value: string) =>
        ((isHashed(value) ? value : value && hasher?.(piiClass, String(value))) ??
          "") as Hashed<Class>,
      ...members,
    }),
    remember: rememberBindings,
    keepPlanned: (protect, sinkHost) =>
      guardIds(options, keepPlanned(client)(protect, sinkHost), sinkHost),
    // Made when first needed: Workers give no random digits before the first request.
    get nobody() {
      nobody ??= `anon_${platform.uuid()}`;
      return nobody;
    },
    disabled,
    onError,
    onEvent: options.debug
      ? printEvent(
          print,
          guardOf(client, options, () => {}),
        )
      : undefined,
  });
}

/** What stands in the way of ever reaching PostHog; it never holds the key. */
function wrongSetup(apiKey: string | undefined, host: string): string | undefined {
  if (!apiKey) return "no api_key and no sink";
  if (apiKey.startsWith("phx_")) return "api_key is a personal key (phx_), not a project's (phc_)";
  // PostHog takes nothing else, and no header of HTTP does.
  if (!/^[!-~]{1,64}$/.test(apiKey)) return "api_key is no key of PostHog's";
  return /^https?:\/\/[^/\s]/i.test(host) ? undefined : "host is no http or https address";
}

/** Prints an event past the guard: what must not travel is no line of a log either. */
function printEvent(print: (line: string) => void, guard: (json: string) => string) {
  return (event: WireEvent): void => {
    const whole = { ...event, properties: allProperties(event), context: undefined };
    print(guard(JSON.stringify(whole)));
  };
}

/** How bodies are compressed: as the host says, where PostHog and this place know it, or else by gzip. */
function encodingOf(
  { compress }: ServerPlatform,
  { gzip = true, encoding = "gzip", protocol }: ServerOptions,
  report: Report,
): Encoding | undefined {
  if (!gzip) return undefined;
  const isKnown = encoding in compress && (encoding === "gzip" || protocol === "v1");
  if (isKnown) return encoding;
  report("setup", `no ${encoding} ${encoding in compress ? "in protocol v0" : "here"}, but gzip`);
  return "gzip";
}

/** Delivers what waits when the process ends, and lets go of that at shutdown. */
function leaveInPeace(platform: ServerPlatform, delivery: RuntimeTracker): Partial<RuntimeTracker> {
  let tried = 0;
  const stay = platform.leaving(() => {
    const { accepted, recovered = 0 } = delivery.stats();
    // Once for what is there: a host that is away must not keep the process from ending.
    if (accepted + recovered !== tried) void delivery.flush({ timeout: EXIT_MS });
    tried = accepted + recovered;
  });
  return {
    flush: (wait) => delivery.flush(withinTimers(wait)),
    shutdown(wait) {
      stay();
      return delivery.shutdown(withinTimers(wait));
    },
  };
}

/** Whoever waits for ever (`Infinity`) would wait for a millisecond: timers take no more than so much. */
function withinTimers(wait: Parameters<RuntimeTracker["flush"]>[0]): { readonly timeout: number } {
  return { timeout: Math.min(wait?.timeout ?? FLUSH_TIMEOUT_MS, TIMER_MAX_MS) };
}
