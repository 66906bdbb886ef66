import * as http from "node:http";
import * as https from "node:https";
import { urlToHttpOptions } from "node:url";
import type { Fetch, FetchReply } from "@dd0c/track-core/server";
import { onCut } from "./cut-off";

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
  /** Of the address asked for last: a tracker asks for one alone, and to read it costs a fifth of a request. */
  let target: Target | undefined;
  return async (address, init) => {
    if (target?.address !== address) target = targetOf(address);
    return post(target, init, agent);
  };
}

/** Where a request goes. */
interface Target {
  readonly address: string;
  readonly url: URL;
  readonly options: http.RequestOptions;
}

function targetOf(address: string): Target {
  const url = new URL(address);
  return { address, url, options: urlToHttpOptions(url) };
}

function post(
  { url, options }: Target,
  { method, headers, body, signal }: Parameters<Fetch>[1],
  agent: http.Agent = agentFor(url),
): Promise<FetchReply> {
  return new Promise((resolve, reject) => {
    const { request } = url.protocol === "https:" ? https : http;
    const sent = request({ ...options, method, headers, agent }, (answer) =>
      resolve(readReply(answer)),
    );
    sent.on("socket", (socket) => socket.unref());
    sent.on("error", reject);
    onCut(signal, () => sent.destroy(new Error("The request was given up.")));
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
