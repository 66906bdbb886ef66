import type { PostHogConfig } from "posthog-js";
import { AUTH_PAGES, isPage, type PagePattern } from "./auth-pages";
import { hideAuthPages } from "./hide-auth-pages";
import { scrubAuthUrls } from "./scrub-auth-urls";

type BeforeSend = Extract<NonNullable<PostHogConfig["before_send"]>, (...event: never) => unknown>;

/** What a page decides about its posthog-js. Each has a default that says less rather than more. */
export interface PostHogPageOptions {
  /** PostHog's address, or the host's own proxy before it. */
  readonly api_host: string;
  /** PostHog's own address where `api_host` is a proxy, for the links into its app. */
  readonly ui_host?: string | undefined;
  /**
   * `masked`: no input and no text is seen; `inputs`: no input is seen; `off` (default). Inputs are
   * masked in any case.
   */
  readonly replay?: "off" | "inputs" | "masked" | undefined;
  /** Pages without replay and autocapture, and whose URLs lose query and hash (`AUTH_PAGES`). */
  readonly auth_pages?: readonly PagePattern[] | undefined;
  /** `clicks`, without texts and attributes; `off` (default): the plan says what is tracked. */
  readonly autocapture?: "off" | "clicks" | undefined;
  /** `$pageview` and `$pageleave`, also as a single-page app changes its route (true). */
  readonly pageviews?: boolean | undefined;
  /** PostHog's surveys (false). */
  readonly surveys?: boolean | undefined;
  /** PostHog's feature flags: false (default), true, or what a server already knows of them and of the person. */
  readonly flags?: boolean | PostHogConfig["bootstrap"] | undefined;
  /** Sees each event before it leaves, after the scrubbing: `guardCapture(…)`. */
  readonly before_send?: BeforeSend | readonly BeforeSend[] | undefined;
  /** Called once posthog-js has started. */
  readonly loaded?: PostHogConfig["loaded"] | undefined;
}

/** The date that pins what posthog-js does by default, so that an update of it changes nothing unseen. */
const DEFAULTS = "2026-08-30";

/**
 * Options for `posthog.init` with privacy decided: `posthog.init(key, posthogOptions({ api_host }))`.
 * All inputs are masked, nothing is recorded on pages where people sign in, requests' headers and
 * bodies are never recorded, and people have profiles only once they are identified.
 */
export function posthogOptions({
  api_host,
  ui_host,
  replay = "off",
  auth_pages = AUTH_PAGES,
  autocapture = "off",
  pageviews = true,
  surveys = false,
  flags = false,
  before_send = [],
  loaded,
}: PostHogPageOptions): Partial<PostHogConfig> {
  const isRecorded = (): boolean => replay !== "off" && !isPage(location.pathname, auth_pages);
  return {
    api_host,
    ...(ui_host && { ui_host }),
    defaults: DEFAULTS,
    person_profiles: "identified_only",
    mask_all_text: true,
    mask_all_element_attributes: true,
    mask_personal_data_properties: true,
    disable_session_recording: !isRecorded(),
    session_recording: {
      maskAllInputs: true,
      maskInputOptions: { password: true },
      ...(replay === "masked" && { maskTextSelector: "*" }),
      recordHeaders: false,
      recordBody: false,
    },
    autocapture: autocapture === "clicks" && { dom_event_allowlist: ["click"] },
    rageclick: autocapture === "clicks",
    capture_dead_clicks: false,
    enable_heatmaps: false,
    capture_exceptions: false,
    capture_pageview: pageviews && "history_change",
    capture_pageleave: pageviews,
    disable_surveys: !surveys,
    advanced_disable_flags: flags === false && replay === "off" && !surveys,
    advanced_disable_feature_flags: flags === false,
    ...(typeof flags === "object" && { bootstrap: flags }),
    before_send: [scrubAuthUrls(auth_pages), ...[before_send].flat()],
    loaded(posthog) {
      if (replay !== "off") hideAuthPages(posthog, isRecorded);
      loaded?.(posthog);
    },
  };
}
