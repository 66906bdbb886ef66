import { IDLE_MS, SAVE_MS, SESSION_MS } from "./limits";
import type { Place } from "./place";

/** A visit, as all tabs of a site share it. */
export interface Session {
  /** A uuid v7; its time is when the session began, as PostHog wants it. */
  readonly id: string;
  /** When the last event was tracked in it, in ms since 1970. */
  seen: number;
  /** Where it began. */
  readonly entry: Place;
}

/** What a session clock needs of a page. */
export interface SessionShelf {
  /** The session that the tabs of the site share; undefined for none, and where storage is refused. */
  read(): Session | undefined;
  /** Undefined removes it. Never throws. */
  write(session: Session | undefined): void;
  /** Makes the session that begins at `now`. */
  begin(now: number): Session;
  /** Runs something soon, but not within the call that tracks. */
  later(run: () => void): void;
}

/** Tells which session an event belongs to. */
export interface SessionClock {
  /** The session at `now` (ms since 1970), which goes on by this. */
  touch(now: number): Session;
  /** Tells the other tabs how far the session is, and hears whether there is a newer one. */
  save(): void;
  /** Ends the session; the next event begins another. */
  end(): void;
}

/**
 * Sessions as PostHog's own clients have them: half an hour without an event ends one, a day in any
 * case, and the tabs of a site share it. A call that tracks writes nothing: what the other tabs must
 * know is written after it, once a minute at most.
 */
export function createSessionClock(shelf: SessionShelf): SessionClock {
  let session: Session | undefined;
  /** What is stored, as this tab last read or wrote it. */
  let known: Session | undefined;
  let isPending = false;
  let isEnded = false;

  /** What another tab has written since; what is known already is no news, whatever the clock says. */
  function readNews(): Session | undefined {
    const kept = shelf.read();
    const isKnown = kept?.id === known?.id && kept?.seen === known?.seen;
    known = kept;
    return isKnown ? undefined : kept;
  }

  function save(): void {
    isPending = false;
    if (!session) return;
    const news = readNews();
    // The newer of two wins, so that tabs which began one at the same time agree on the next save.
    const isNewer = news && news.id > session.id && isAlive(news, session.seen);
    const isOurs = news?.id === session.id;
    const seen = isOurs ? Math.max(news.seen, session.seen) : session.seen;
    session = { ...(isNewer ? news : session), seen };
    known = { ...session };
    shelf.write(session);
  }

  return {
    touch(now) {
      if (!session || !isAlive(session, now)) {
        // Another tab may have kept it alive, or begun the next one.
        const news = isEnded ? undefined : readNews();
        session = news && isAlive(news, now) ? { ...news } : shelf.begin(now);
        isEnded = false;
      }
      session.seen = now;
      const isDue = session.id !== known?.id || Math.abs(now - known.seen) >= SAVE_MS;
      if (isDue && !isPending) {
        isPending = true;
        shelf.later(save);
      }
      return session;
    },
    save,
    end() {
      session = known = undefined;
      isEnded = true;
      shelf.write(undefined);
    },
  };
}

/** Whether a session still runs at `now`; a clock that was set back by more ends it as well. */
function isAlive({ id, seen }: Session, now: number): boolean {
  const began = Number.parseInt(id.replace("-", "").slice(0, 12), 16);
  return Math.abs(now - seen) <= IDLE_MS && Math.abs(now - began) <= SESSION_MS;
}
