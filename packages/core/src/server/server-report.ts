import { createReport, type Report, type TrackError } from "../report";
import { explain } from "./explain";
import type { ServerOptions } from "./server-options";
import type { ServerPlatform } from "./server-platform";

/** Hands errors to the host with a sentence in place of the bare code, or to the log if it has no ear. */
export function withExplanation(
  platform: ServerPlatform,
  options: Pick<ServerOptions, "onError">,
): (error: TrackError) => void {
  return (error) => {
    error.message = explain(error.code, error.about);
    if (options.onError) options.onError(error);
    else platform.warn(error.message);
  };
}

/** A reporter of its own rate, for what a runtime does beside the tracker. */
export function createServerReport(
  platform: ServerPlatform,
  options: Pick<ServerOptions, "onError">,
): Report {
  return createReport(platform.now, withExplanation(platform, options));
}
