import type { Row } from "../src/page/row.js";
import { byId, clock, element } from "./element.js";

/** Rows that the page holds, as many as the session does. */
const mostRows = 10_000;
/** Rows above and below what can be seen, so that scrolling shows no gap. */
const margin = 8;

const words = {
  good: "good",
  warned: "with a warning",
  bad: "bad",
  posthog: "PostHog’s own",
} as const;
const marks = { good: "✓", warned: "!", bad: "✗", posthog: "·" } as const;

/** The stream: holds all rows, shows those that pass, and makes elements only for those in sight. */
export interface StreamList {
  /** Rows in sight or not, that pass. */
  readonly shown: number;
  readonly held: number;
  add(rows: readonly Row[]): void;
  /** Asks every row anew whether it passes. */
  refilter(): void;
  select(seq: number | null): void;
}

/** Brings the list to life; `open` is called with the event that was clicked or entered. */
export function createStreamList(
  passes: (row: Row) => boolean,
  open: (seq: number) => void,
  hasChanged: () => void,
): StreamList {
  const scroller = byId("scroller");
  const list = byId("list");
  let all: Row[] = [];
  let shown: Row[] = [];
  let selected: number | null = null;
  let isAsked = false;
  const made = new Map<number, HTMLElement>();

  const rowHeight = (): number =>
    Number.parseFloat(getComputedStyle(list).getPropertyValue("--row")) || 36;

  /** Draws before the next frame, once, however often it is asked for. */
  function ask(): void {
    if (isAsked) return;
    isAsked = true;
    requestAnimationFrame(() => {
      isAsked = false;
      draw();
    });
  }

  function draw(): void {
    const height = rowHeight();
    list.style.height = `${shown.length * height}px`;
    const first = Math.max(0, Math.floor(scroller.scrollTop / height) - margin);
    const last = Math.min(
      shown.length,
      Math.ceil((scroller.scrollTop + scroller.clientHeight) / height) + margin,
    );
    const wanted = new Set<number>();
    for (let at = first; at < last; at++) {
      // The newest stands on top.
      const row = shown[shown.length - 1 - at];
      if (row === undefined) continue;
      wanted.add(row.seq);
      const line = made.get(row.seq) ?? make(row);
      line.style.transform = `translateY(${at * height}px)`;
      line.setAttribute("aria-posinset", String(at + 1));
      line.setAttribute("aria-setsize", String(shown.length));
      line.setAttribute("aria-selected", String(row.seq === selected));
    }
    for (const [seq, line] of made)
      if (!wanted.has(seq)) {
        line.remove();
        made.delete(seq);
      }
    const active = selected !== null && made.has(selected) ? `row-${selected}` : null;
    if (active === null) list.removeAttribute("aria-activedescendant");
    else list.setAttribute("aria-activedescendant", active);
    hasChanged();
  }

  function make(row: Row): HTMLElement {
    const code = row.codes[0];
    const more = row.codes.length - 1;
    const line = element(
      "div",
      {
        id: `row-${row.seq}`,
        role: "option",
        class: `row ${row.verdict}`,
        onclick: () => choose(row.seq),
      },
      element("span", { class: "mark", "aria-hidden": "true" }, marks[row.verdict]),
      element("span", { class: "unseen" }, `${words[row.verdict]}: `),
      element("time", {}, clock(row.at)),
      element("span", { class: "name" }, row.event),
      code === undefined
        ? element("span", { class: "why" })
        : element(
            "span",
            { class: "why" },
            element("b", {}, more > 0 ? `${code} +${more}` : code),
            ` ${row.why ?? ""}`,
          ),
      element("span", { class: "tag product" }, row.product ?? ""),
      element("span", { class: "tag tenant" }, row.tenant ?? ""),
      element("span", { class: "tag runtime" }, row.runtime ?? ""),
    );
    made.set(row.seq, line);
    list.append(line);
    return line;
  }

  function choose(seq: number): void {
    selected = seq;
    ask();
    open(seq);
  }

  function move(step: number): void {
    if (shown.length === 0) return;
    const place = shown.findIndex(({ seq }) => seq === selected);
    const before = place < 0 ? -1 : shown.length - 1 - place;
    const at = Math.min(shown.length - 1, Math.max(0, before + step));
    selected = shown[shown.length - 1 - at]?.seq ?? null;
    const height = rowHeight();
    const top = at * height;
    if (top < scroller.scrollTop) scroller.scrollTop = top;
    else if (top + height > scroller.scrollTop + scroller.clientHeight)
      scroller.scrollTop = top + height - scroller.clientHeight;
    ask();
  }

  list.addEventListener("keydown", (event) => {
    const page = Math.max(1, Math.floor(scroller.clientHeight / rowHeight()) - 1);
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: 1,
      ArrowUp: -1,
      PageDown: page,
      PageUp: -page,
      Home: -mostRows,
      End: mostRows,
    };
    const step = steps[event.key];
    if (step !== undefined) move(step);
    else if ((event.key === "Enter" || event.key === " ") && selected !== null) open(selected);
    else return;
    event.preventDefault();
  });
  scroller.addEventListener("scroll", ask, { passive: true });
  new ResizeObserver(ask).observe(scroller);

  return {
    get shown() {
      return shown.length;
    },
    get held() {
      return all.length;
    },
    add(rows) {
      const passing = rows.filter(passes);
      all =
        all.length + rows.length > mostRows
          ? [...all, ...rows].slice(-mostRows)
          : [...all, ...rows];
      shown = [...shown, ...passing];
      const oldest = all[0]?.seq ?? 0;
      const gone = shown.findIndex(({ seq }) => seq >= oldest);
      if (gone > 0) shown = shown.slice(gone);
      // Whoever has scrolled down reads something: it stays where it is.
      if (scroller.scrollTop > 0) scroller.scrollTop += passing.length * rowHeight();
      ask();
    },
    refilter() {
      shown = all.filter(passes);
      scroller.scrollTop = 0;
      ask();
    },
    select(seq) {
      selected = seq;
      ask();
    },
  };
}
