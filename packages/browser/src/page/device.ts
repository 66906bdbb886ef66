import { TEXT_UNITS } from "./limits";
import { readUserAgent } from "./user-agent";

/** What a page knows of the device and the browser that it is shown by, in PostHog's words. */
export function describeDevice(): Record<string, unknown> {
  const { userAgent, vendor, language } = navigator;
  return {
    ...readUserAgent(userAgent, vendor),
    ...("brave" in navigator && { $browser: "Brave", $browser_version: undefined }),
    $raw_user_agent: userAgent.slice(0, TEXT_UNITS),
    $timezone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    $timezone_offset: new Date().getTimezoneOffset(),
    $browser_language: language,
    $browser_language_prefix: language?.split("-")[0],
    $screen_height: screen.height,
    $screen_width: screen.width,
    $viewport_height: innerHeight,
    $viewport_width: innerWidth,
  };
}
