/** The tenant, as the server wrote it into the page. */
export const tenant = document.body.dataset.tenant ?? "";

/** The element with this id; a page without it is a mistake of ours. */
export function element<Kind extends HTMLElement = HTMLElement>(id: string): Kind {
  const found = document.getElementById(id);
  if (!found) throw new Error(`There is no #${id} on this page.`);
  return found as Kind;
}

/** Calls back when the element is clicked. */
export function onClick(id: string, act: () => void): void {
  element(id).addEventListener("click", act);
}

/** Shows what was hidden. */
export function show(...ids: readonly string[]): void {
  for (const id of ids) element(id).hidden = false;
}
