import type { EventDetails } from "../src/page/event-details.js";
import type { PlanFacts } from "../src/page/plan-facts.js";
import type { Row } from "../src/page/row.js";
import type { SessionState } from "../src/page/session-state.js";
import { showDetails } from "./details.js";
import { byId, element, figure } from "./element.js";
import { createFilters } from "./filters.js";
import { type PanelView, showCoverage, showFindings, showFunnel } from "./panels.js";
import { createStreamList } from "./stream-list.js";

const tabs = [
  ["events", "Events"],
  ["findings", "Findings"],
  ["funnel", "Funnel"],
  ["coverage", "Coverage"],
] as const;

const title = document.title;
void start();

async function start(): Promise<void> {
  const [plan, rows, first] = await Promise.all([
    load<PlanFacts>("/live/plan"),
    load<readonly Row[]>("/live/rows"),
    load<SessionState>("/live/state"),
  ]);
  let state = first;
  let funnel: string | null = null;
  let waiting: Row[] = [];
  let isPaused = false;
  let opened: number | null = null;

  byId("plan").textContent = `${plan.title} ${plan.version}`;
  const filters = createFilters(plan, () => {
    list.refilter();
    showPanels();
  });
  const list = createStreamList(
    (row) => filters.passes(row),
    (seq) => void open(seq),
    showFoot,
  );
  list.add(rows);

  const buttons = tabs.map(([id, label]) =>
    element(
      "button",
      {
        type: "button",
        role: "tab",
        id: `tab-${id}`,
        "data-tab": id,
        "aria-controls": id,
        onclick: () => chooseTab(id),
      },
      label,
    ),
  );
  byId("tabs").append(...buttons);
  // What scrolls must be reached by keyboard.
  for (const panel of document.querySelectorAll<HTMLElement>(".panel")) panel.tabIndex = 0;
  byId("tabs").addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    const seen = buttons.filter((it) => it.offsetParent !== null);
    const at = seen.indexOf(document.activeElement as HTMLButtonElement);
    const next = seen[(at + step + seen.length) % seen.length];
    next?.focus();
    next?.click();
  });
  chooseTab(matchMedia("(min-width: 900px)").matches ? "findings" : "events");

  const pause = byId<HTMLButtonElement>("pause");
  pause.addEventListener("click", () => {
    isPaused = !isPaused;
    pause.setAttribute("aria-pressed", String(isPaused));
    if (!isPaused) list.add(waiting.splice(0));
    showPause();
  });
  addEventListener("keydown", (event) => {
    const isTyping =
      event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement;
    if (event.key === "Escape" && opened !== null) close();
    else if (event.key === "/" && !isTyping) {
      event.preventDefault();
      byId("filter-event").focus();
    }
  });
  showState();
  follow();

  function follow(): void {
    const source = new EventSource("/live/stream");
    source.addEventListener("open", () => {
      say("live", "Live");
      void catchUp();
    });
    source.addEventListener("error", () => say("lost", "Not connected; trying again"));
    source.addEventListener("state", ({ data }: MessageEvent<string>) => {
      state = JSON.parse(data) as SessionState;
      showState();
    });
    source.addEventListener("rows", ({ data }: MessageEvent<string>) => {
      take((JSON.parse(data) as { readonly rows: readonly Row[] }).rows);
    });
  }

  let newest = rows.at(-1)?.seq ?? 0;

  /** What came while the page was not connected; a session that began anew begins here anew as well. */
  async function catchUp(): Promise<void> {
    const now = await load<SessionState>("/live/state");
    if (now.startedAt !== state.startedAt) location.reload();
    else take(await load<readonly Row[]>(`/live/rows?after=${newest}`));
  }

  function take(more: readonly Row[]): void {
    const fresh = more.filter(({ seq }) => seq > newest);
    newest = fresh.at(-1)?.seq ?? newest;
    if (isPaused) waiting = [...waiting, ...fresh].slice(-10_000);
    else list.add(fresh);
    showPause();
  }

  function say(status: string, text: string): void {
    byId("status").dataset.status = status;
    byId("status-text").textContent = text;
  }

  function showPause(): void {
    pause.textContent = !isPaused
      ? "Pause"
      : waiting.length === 0
        ? "Resume"
        : `Resume (${figure(waiting.length)})`;
  }

  function showState(): void {
    const { counts } = state;
    const chips: readonly (readonly [string, number, string])[] = [
      ["events", counts.events, ""],
      ["good", counts.good, "good"],
      ["warnings", counts.warned, "warned"],
      ["bad", counts.bad, "bad"],
      ["PostHog’s", counts.posthog, "posthog"],
      ...(counts.repeated > 0 ? [["sent again", counts.repeated, "posthog"] as const] : []),
      ...(counts.refused > 0 ? [["refused", counts.refused, "bad"] as const] : []),
    ];
    byId("counts").replaceChildren(
      ...chips.map(([label, count, kind]) =>
        element(
          "div",
          { class: `chip ${count === 0 ? "zero" : kind}` },
          element("dt", {}, label),
          element("dd", {}, figure(count)),
        ),
      ),
    );
    filters.showCounts({ ...counts });
    const wrong = counts.bad + counts.refused;
    document.title = wrong > 0 ? `(${figure(wrong)}) ${title}` : title;
    showPanels();
  }

  function showPanels(): void {
    const tab = document.body.dataset.tab;
    const view: PanelView = {
      plan,
      state,
      product: filters.now.product,
      openEvent: (seq) => void open(seq),
      filterEvent: (event) => {
        filters.set({ event, verdict: "" });
        if (!isWide()) chooseTab("events");
      },
      chooseProduct: (product) => filters.set({ product }),
    };
    keepPlace(() => {
      if (tab === "findings") showFindings(view);
      if (tab === "coverage") showCoverage(view);
      if (tab === "funnel")
        showFunnel(view, funnel, (key) => {
          funnel = key;
          showPanels();
        });
    });
    const wrong = byId("tab-findings");
    const count = state.findings.filter(({ severity }) => severity === "error").length;
    wrong.textContent = count === 0 ? "Findings" : `Findings ${figure(count)}`;
  }

  function showFoot(): void {
    const isFiltered = list.shown < list.held;
    const held = `${isFiltered ? `${figure(list.shown)} of ` : ""}${figure(list.held)} events held`;
    const keys = element(
      "span",
      { class: "keys" },
      " · ↑ ↓ Enter to read, Esc to close, / to search",
    );
    byId("foot").replaceChildren(...(list.held === 0 ? [] : [held, keys]));
    const empty = byId("empty");
    empty.hidden = list.shown > 0;
    if (!empty.hidden) empty.replaceChildren(...emptyWords(list.held));
  }

  function chooseTab(tab: string): void {
    document.body.dataset.tab = tab;
    for (const button of buttons) {
      const isChosen = button.dataset.tab === tab;
      button.setAttribute("aria-selected", String(isChosen));
      button.tabIndex = isChosen ? 0 : -1;
    }
    if (opened !== null && tab !== "events") close();
    showPanels();
  }

  async function open(seq: number): Promise<void> {
    opened = seq;
    list.select(seq);
    const details = await load<EventDetails>(`/live/events/${seq}`).catch(() => null);
    if (opened !== seq) return;
    if (details === null) return say("lost", "This event is no longer held");
    showDetails(details, close, (key, value) => filters.set({ [key]: value }));
    document.body.dataset.details = "open";
    if (!isWide()) byId("details").focus();
  }

  function close(): void {
    opened = null;
    byId("details").hidden = true;
    delete document.body.dataset.details;
    byId("list").focus({ preventScroll: true });
  }
}

/** What stands where there is nothing to show: how to make something come. */
function emptyWords(held: number): readonly HTMLElement[] {
  if (held > 0) return [element("p", {}, "No event passes these filters.")];
  return [
    element("h2", {}, "Waiting for the first event"),
    element("p", {}, "Give any PostHog client this address as its host:"),
    element("pre", { tabindex: 0, "aria-label": "Address" }, `POSTHOG_HOST=${location.origin}`),
    element("p", {}, "Or send an example of every event in the plan:"),
    element(
      "pre",
      { tabindex: 0, "aria-label": "Command" },
      `npx dd0c-track emit --to ${location.origin}`,
    ),
  ];
}

/** Runs what draws a panel anew, and leaves the keyboard's focus where it was. */
function keepPlace(draw: () => void): void {
  const { activeElement } = document;
  const panel = activeElement?.closest(".panel");
  const focusable =
    panel === null || panel === undefined
      ? []
      : [...panel.querySelectorAll("button, select, summary")];
  const at = activeElement === null ? -1 : focusable.indexOf(activeElement);
  // A list of choices that is open must not be drawn away from under the pointer.
  if (activeElement instanceof HTMLSelectElement && at >= 0 && activeElement.matches(":open"))
    return;
  draw();
  if (at < 0 || panel === null || panel === undefined) return;
  const next = panel.querySelectorAll("button, select, summary")[at];
  if (next instanceof HTMLElement) next.focus({ preventScroll: true });
}

function isWide(): boolean {
  return matchMedia("(min-width: 900px)").matches;
}

async function load<Answer>(path: string): Promise<Answer> {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`${path} answered ${response.status}`);
  return (await response.json()) as Answer;
}
