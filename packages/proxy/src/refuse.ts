import { METHODS } from "./methods";
import { guarded } from "./response-headers";

const REASONS = {
  400: "This path cannot be passed on.",
  404: "There is nothing here.",
  405: "Only GET, HEAD, POST and OPTIONS are passed on.",
  413: "The body is too large.",
  502: "PostHog could not be reached.",
  504: "PostHog took too long.",
} as const;

/** The statuses with which the proxy itself answers. */
export type Refusal = keyof typeof REASONS;

/** An answer of the proxy's own: a sentence of plain text that tells nothing of the inside. */
export function refuse(status: Refusal): Response {
  const headers = new Headers({
    "content-type": "text/plain; charset=utf-8",
    "cache-control": "no-store",
  });
  if (status === 405) headers.set("allow", METHODS.join(", "));
  return new Response(REASONS[status], { status, headers: guarded(headers) });
}
