import type { IncomingMessage, ServerResponse } from "node:http";
import { mostWatchers } from "../endpoint/limits.js";
import { Refusal } from "../endpoint/refusal.js";
import type { Session } from "../session/create-session.js";
import { eventDetails } from "./event-details.js";
import { pagePolicy, pageText } from "./page-text.js";
import { planFacts } from "./plan-facts.js";
import { rowOf } from "./row.js";
import { stateOf } from "./session-state.js";

/** The live page and the data behind it: reads only. */
export interface PageApi {
  /** Answers a request; false where there is nothing at the path. */
  serve(
    path: string,
    search: URLSearchParams,
    request: IncomingMessage,
    response: ServerResponse,
  ): boolean;
  close(): void;
}

/** How often a page hears of new events and of new counts, in ms. */
const rowsEvery = 100;
const stateEvery = 500;

/** Rows in one message; what is more, a page is told to have missed. */
const mostRows = 1_000;

const guarded = {
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "no-referrer",
  "cache-control": "no-store",
  "cross-origin-resource-policy": "same-origin",
};

/** Serves a session's page. */
export function createPageApi(session: Session): PageApi {
  const watchers = new Set<{ readonly stop: () => void }>();
  const plan = JSON.stringify(planFacts(session.plan));

  function stream(response: ServerResponse): void {
    if (watchers.size >= mostWatchers) throw new Refusal(503, "too many pages look on already");
    response.writeHead(200, { ...guarded, "content-type": "text/event-stream" });
    let sent = session.counts.events;
    let stated = "";
    const say = (event: string, value: string): void =>
      void response.write(`event: ${event}\ndata: ${value}\n\n`);
    const tellRows = (): void => {
      // A page that does not keep up gets the newest once it does.
      if (session.counts.events === sent || response.writableNeedDrain) return;
      const rows = session.recent.after(sent, mostRows);
      const missed = session.counts.events - sent - rows.length;
      sent = session.counts.events;
      say("rows", JSON.stringify({ missed, rows: rows.map(rowOf) }));
    };
    const tellState = (): void => {
      if (response.writableNeedDrain) return;
      const state = JSON.stringify(stateOf(session));
      if (state !== stated) say("state", state);
      else response.write(":\n\n");
      stated = state;
    };
    tellState();
    const timers = [setInterval(tellRows, rowsEvery), setInterval(tellState, stateEvery)];
    const watcher = {
      stop: () => {
        for (const timer of timers) clearInterval(timer);
        watchers.delete(watcher);
        response.end();
      },
    };
    watchers.add(watcher);
    response.on("close", watcher.stop);
    response.on("error", watcher.stop);
  }

  return {
    serve(path, search, _request, response) {
      const json = (text: string): boolean => {
        response.writeHead(200, { ...guarded, "content-type": "application/json" }).end(text);
        return true;
      };
      if (path === "/") {
        const headers = {
          ...guarded,
          "content-type": "text/html; charset=utf-8",
          "content-security-policy": pagePolicy,
        };
        response.writeHead(200, headers).end(pageText);
        return true;
      }
      if (path === "/live/plan") return json(plan);
      if (path === "/live/state") return json(JSON.stringify(stateOf(session)));
      if (path === "/live/rows") {
        const after = Number(search.get("after") ?? 0) || 0;
        return json(
          JSON.stringify(session.recent.after(after, Number.POSITIVE_INFINITY).map(rowOf)),
        );
      }
      if (path === "/live/stream") {
        stream(response);
        return true;
      }
      const [, seq] = /^\/live\/events\/(\d{1,12})$/.exec(path) ?? [];
      if (seq === undefined) return false;
      const event = session.recent.find(Number(seq));
      if (event === undefined) throw new Refusal(404, "this event is no longer held");
      return json(JSON.stringify(eventDetails(session.plan, event)));
    },
    close() {
      for (const { stop } of [...watchers]) stop();
    },
  };
}
