/** Lists that are told apart by identity; more than these alternate nowhere. */
const mostRecent = 8;

/**
 * Gives for a list the one of the same members that was given before, so that whether two lists are
 * the same is one comparison afterwards. Knows the last few.
 */
export class SameList {
  #recent: readonly (readonly unknown[])[] = [];

  /** The list of these members. */
  of(members: readonly unknown[]): readonly unknown[] {
    const same = this.#recent.find((it) => isSame(it, members)) ?? members;
    this.#recent = [same, ...this.#recent.filter((it) => it !== same)].slice(0, mostRecent);
    return same;
  }
}

function isSame(before: readonly unknown[], now: readonly unknown[]): boolean {
  return before.length === now.length && before.every((member, at) => Object.is(member, now[at]));
}
