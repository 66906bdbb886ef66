import { pageUuid } from "./page-uuid";

/** The person of this browser, as the stand-alone sink knows them. */
export interface Person {
  distinctId(): string;
  /** The random id that stands for a person who has not said who they are. */
  anonymousId(): string | undefined;
  become(distinctId: string): void;
  reset(): void;
}

/**
 * Keeps the person's id in localStorage, one entry a project. Where storage is refused (private
 * windows, blocked cookies) it lasts as long as the page. Nothing is read or written before the first
 * event, and then only what changes.
 */
export function rememberPerson(project: string): Person {
  const key = `dd0c_track_${project}`;
  let id = "";

  function keep(next: string): void {
    id = next;
    try {
      localStorage.setItem(key, next);
    } catch {
      // No storage: the id lives as long as the page.
    }
  }
  function distinctId(): string {
    try {
      id ||= localStorage.getItem(key) ?? "";
    } catch {
      // As above.
    }
    if (!id) keep(`anon_${pageUuid()}`);
    return id;
  }
  return {
    distinctId,
    anonymousId: () => (/^anon_/.test(distinctId()) ? id : undefined),
    become: keep,
    reset: () => keep(""),
  };
}
