import { type BoundBody, boundBody } from "./bound-body";
import { createDeadline, type Deadline } from "./create-deadline";
import type { ProxyOptions } from "./proxy-options";
import { refuse } from "./refuse";
import { responseHeaders } from "./response-headers";
import type { Settings } from "./settings";
import type { Tell } from "./tell";
import { watchStream } from "./watch-stream";

/** A request as PostHog will see it. */
export interface Outgoing {
  readonly target: string;
  readonly headers: Headers;
  readonly send: NonNullable<ProxyOptions["fetch"]>;
}

/** Statuses whose answers have no body. */
const BODILESS = [204, 205, 304];

/**
 * Redirects are refused. Node's fetch would keep a second copy of the whole body for the case that
 * it has to repeat the request, unless both of these say that it never will. Workers have no "error".
 */
const strict: RequestInit = isKnown({ redirect: "error", window: null }) ?? { redirect: "manual" };

function isKnown(init: RequestInit): RequestInit | undefined {
  try {
    return new Request("http://localhost", init) && init;
  } catch {
    return undefined;
  }
}

/** Passes a request on and its answer back, both as they come, and within the time there is. */
export async function forward(
  request: Request,
  { target, headers, send }: Outgoing,
  { maxBody, timeout, assets }: Settings,
  tell: Tell,
): Promise<Response> {
  const { method } = request;
  const given = method === "POST" ? request.body : null;
  const body = given ? boundBody(given, maxBody) : undefined;
  if (!body) headers.delete("content-length");
  const deadline = createDeadline(timeout);
  giveUpWithClient(request.signal, deadline, body);
  const init: RequestInit & { duplex: "half" } = {
    method,
    headers,
    body: body?.stream ?? null,
    ...strict,
    signal: deadline.signal,
    duplex: "half",
  };
  try {
    const reply = await send(target, init);
    // Workers take a body that breaks off for one that has ended.
    if (body?.isTooLarge()) {
      deadline.giveUp();
      return refuse(413);
    }
    if (isRedirect(reply)) {
      deadline.giveUp();
      tell("PostHog answered with a redirect, which is not followed.");
      return refuse(502);
    }
    return answer(reply, target.startsWith(`${assets}/static/`), deadline);
  } catch (error) {
    deadline.clear();
    if (body?.isTooLarge()) return refuse(413);
    if (request.signal.aborted) return refuse(502);
    tell(deadline.isOver() ? "PostHog took too long." : "PostHog could not be reached.", error);
    return refuse(deadline.isOver() ? 504 : 502);
  }
}

/** Events that have arrived whole are delivered, even if their page is gone; nothing else is. */
function giveUpWithClient(client: AbortSignal, deadline: Deadline, body?: BoundBody): void {
  client.addEventListener("abort", () => body?.isRead() || deadline.giveUp(), { once: true });
}

function isRedirect({ status }: Response): boolean {
  return status === 0 || (status >= 300 && status < 400 && status !== 304);
}

function answer(reply: Response, isStatic: boolean, deadline: Deadline): Response {
  const init = { status: reply.status, headers: responseHeaders(reply, isStatic) };
  if (!reply.body || BODILESS.includes(reply.status)) {
    deadline.clear();
    return new Response(null, init);
  }
  const body = watchStream(reply.body, { end: deadline.clear, cancel: deadline.clear });
  return new Response(body, init);
}
