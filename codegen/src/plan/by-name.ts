/** Sorted by name, in code-unit order, the same on every machine. */
export function byName<Named extends { readonly name: string }>(
  list: readonly Named[],
): readonly Named[] {
  return [...list].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}
