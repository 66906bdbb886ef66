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
 * windows, blocked cookies) it lasts as long as the page. Written only when it changes.
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
  const reset = (): void => keep(`anon_${pageUuid()}`);

  try {
    id = localStorage.getItem(key) ?? "";
  } catch {
    // As above.
  }
  if (!id) reset();
  return {
    distinctId: () => id,
    anonymousId: () => (id.startsWith("anon_") ? id : undefined),
    become: keep,
    reset,
  };
}
