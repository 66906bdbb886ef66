/** What stands between the tags: a text is always a text, whatever an event may hold. */
export type Child = Node | string | number | null | undefined | false;

/** Attributes; `on…` members are listeners, and what is null or false is left out. */
export type Attributes = Readonly<
  Record<string, string | number | boolean | null | undefined | ((event: Event) => void)>
>;

/** Makes an element. Nothing here reads HTML, so that nothing that was sent can become any. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === "function") made.addEventListener(key.slice(2), value);
    else if (value === true) made.setAttribute(key, "");
    else if (value !== null && value !== undefined && value !== false)
      made.setAttribute(key, String(value));
  }
  made.append(...children.flatMap((child) => (isThere(child) ? [asNode(child)] : [])));
  return made;
}

/** The element of the page with an id. */
export function byId<Kind extends HTMLElement = HTMLElement>(id: string): Kind {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`The page has no #${id}.`);
  return found as Kind;
}

/** A number as people read it. */
export function figure(value: number): string {
  return value.toLocaleString("en-US");
}

/** A moment as a clock shows it, with milliseconds. */
export function clock(at: number): string {
  const date = new Date(at);
  const time = date.toLocaleTimeString("en-GB", { hour12: false });
  return `${time}.${String(date.getMilliseconds()).padStart(3, "0")}`;
}

function isThere(child: Child): child is Node | string | number {
  return child !== null && child !== undefined && child !== false;
}

function asNode(child: Node | string | number): Node | string {
  return typeof child === "number" ? String(child) : child;
}
