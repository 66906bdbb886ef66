import * as http from "node:http";
import * as https from "node:https";
import type { Fetch, FetchReply } from "@dd0c/track-core/server";

/** Connections that wait for the next batch; as many as requests at once. */
const FREE_SOCKETS = 4;
/** How long they wait, in ms: less than the 5 s after which servers let go of them by default. */
const FREE_MS = 4_000;
/** Characters of an answer; PostHog's longest are a hundredth of it. */
const ANSWER = 4_000_000;

const keepAlive = { keepAlive: true, maxFreeSockets: FREE_SOCKETS, timeout: FREE_MS };
let agents: { readonly plain: http.Agent; readonly tls: https.Agent } | undefined;

/** Made at first use and shared: what tests and short programs never need costs them nothing. */
function agentFor(url: URL): http.Agent {
  agents ??= { plain: new http.Agent(keepAlive), tls: new https.Agent(keepAlive) };
  return url.protocol === "https:" ? agents.tls : agents.plain;
}

/**
 * Node's own HTTP as a `Fetch`, over connections that are kept; `agent` is the host's, if it has one.
 * Lighter than the global `fetch`, and a request under way keeps no process alive: whoever waits for
 * it, such as `flush`, does.
 */
export function postByHttp(agent?: http.Agent): Fetch {
  return async (address, init) => {
    const url = new URL(address);
    return post(url, init, agent ?? agentFor(url));
  };
}

function post(url: URL, init: Parameters<Fetch>[1], agent: http.Agent): Promise<FetchReply> {
  return new Promise((resolve, reject) => {
    const { method, headers, body } = init;
    const signal = init.signal as AbortSignal;
    const { request } = url.protocol === "https:" ? https : http;
    const sent = request(url, { method, headers, agent, signal }, (answer) =>
      resolve(readReply(answer)),
    );
    sent.on("socket", (socket) => socket.unref());
    sent.on("error", reject);
    sent.end(body);
  });
}

function readReply(answer: http.IncomingMessage): FetchReply {
  const whole = new Promise<string>((resolve, reject) => {
    let text = "";
    answer.setEncoding("utf8");
    answer.on("data", (piece: string) => {
      text += piece;
      if (text.length > ANSWER) answer.destroy(new Error("The answer is too long."));
    });
    answer.on("end", () => resolve(text));
    answer.on("error", reject);
  });
  // Whoever does not ask for the text is not to hear of its failure either.
  whole.catch(() => {});
  return {
    status: answer.statusCode ?? 0,
    headers: { get: (name) => headerOf(answer.headers[name]) },
    text: () => whole,
  };
}

function headerOf(value: string | readonly string[] | undefined): string | null {
  return typeof value === "string" ? value : (value?.[0] ?? null);
}
