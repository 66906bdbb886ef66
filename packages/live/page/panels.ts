import type { PlanFacts } from "../src/page/plan-facts.js";
import type { SessionState } from "../src/page/session-state.js";
import { byId, element, figure } from "./element.js";

/** What a panel needs: the plan, the state, the product that is looked at, and a way to an event. */
export interface PanelView {
  readonly plan: PlanFacts;
  readonly state: SessionState;
  readonly product: string;
  readonly openEvent: (seq: number) => void;
  readonly filterEvent: (name: string) => void;
  readonly chooseProduct: (product: string) => void;
}

/** What is wrong, by sort: the worst and most frequent first. */
export function showFindings({ state, openEvent, plan, product }: PanelView): void {
  const ofProduct = new Set(
    plan.events.filter((it) => it.product === product).map(({ name }) => name),
  );
  const known = new Set(plan.events.map(({ name }) => name));
  const shown = state.findings.filter(({ subject }) => {
    const event = eventOf(subject);
    return product === "" || !known.has(event) || ofProduct.has(event);
  });
  const items = shown.map((it) => {
    const property = /\/properties\/([\s\S]*)$/.exec(it.subject)?.[1];
    const content = [
      element(
        "span",
        { class: "finding-head" },
        element("b", {}, eventOf(it.subject)),
        property === undefined ? null : element("code", {}, property),
        element("span", { class: "times" }, `×${figure(it.count)}`),
      ),
      element("span", { class: "finding-code" }, it.code),
      element("span", { class: "finding-message" }, it.message),
    ];
    const { lastSeq } = it;
    return element(
      "li",
      { class: `finding ${it.severity}` },
      lastSeq === null
        ? element("div", {}, ...content)
        : element(
            "button",
            {
              type: "button",
              title: "Show the last event that has it",
              onclick: () => openEvent(lastSeq),
            },
            ...content,
          ),
    );
  });
  byId("findings").replaceChildren(
    heading("Findings", shown.length === 0 ? "" : `${figure(shown.length)} sorts`),
    shown.length === 0
      ? element(
          "p",
          { class: "calm" },
          state.counts.events === 0 ? "Nothing has come yet." : "Everything is as planned.",
        )
      : element("ul", { class: "plain" }, ...items),
  );
}

/** A funnel of the plan, filling up. */
export function showFunnel(
  view: PanelView,
  chosen: string | null,
  choose: (key: string) => void,
): void {
  const { plan, state, product } = view;
  const key = (it: { readonly name: string; readonly product: string | null }): string =>
    `${it.name} ${it.product ?? ""}`;
  const fitting = state.funnels.filter(
    (it) => product === "" || it.product === null || it.product === product,
  );
  // The plan's own way through its stages first, where something has come of it; else the fullest.
  const isMain = (it: (typeof fitting)[number]): number =>
    it.stages.map(({ name }) => name).join() === plan.stages.join() && weight(it) > 0 ? 1 : 0;
  const [fullest] = [...fitting].sort((a, b) => isMain(b) - isMain(a) || weight(b) - weight(a));
  const funnel = fitting.find((it) => key(it) === chosen) ?? fullest;
  const pane = byId("funnel");
  if (funnel === undefined) {
    pane.replaceChildren(
      heading("Funnel", ""),
      element("p", { class: "calm" }, "The plan has no funnel."),
    );
    return;
  }
  const facts = plan.funnels.find((it) => key(it) === key(funnel));
  const select = element(
    "select",
    {
      "aria-label": "Funnel",
      id: "funnel-choice",
      onchange: (event) => choose((event.target as HTMLSelectElement).value),
    },
    ...fitting.map((it) =>
      element(
        "option",
        { value: key(it), selected: key(it) === key(funnel) },
        it.product === null ? it.name : `${it.name} · ${it.product}`,
      ),
    ),
  );
  const most = Math.max(1, ...funnel.stages.map(({ reached }) => reached));
  const [first] = funnel.stages;
  const stages = funnel.stages.map(({ name, reached, optional, events, atLeast }) => {
    const bar = element("span", { class: reached > 0 ? "bar" : "bar none" });
    bar.style.width = `${Math.max(reached > 0 ? 2 : 0, (reached / most) * 100)}%`;
    const share =
      first === undefined || first.reached === 0
        ? null
        : Math.round((reached / first.reached) * 100);
    return element(
      "li",
      { class: optional ? "stage optional" : "stage" },
      element(
        "span",
        { class: "stage-head" },
        element("b", {}, name.replaceAll("_", " ")),
        optional ? element("span", { class: "faint" }, "optional") : null,
        element(
          "span",
          { class: "stage-count" },
          figure(reached),
          share === null ? null : element("span", { class: "faint" }, ` ${share} %`),
        ),
      ),
      element("span", { class: "track" }, bar),
      element(
        "span",
        { class: "faint" },
        `${many(events)}${atLeast > 1 ? `; ${atLeast} of a tenant reach it` : reached === 0 && events > 0 ? ", but not after the stages before" : ""}`,
      ),
    );
  });
  pane.replaceChildren(
    heading("Funnel", `by ${funnel.by}`),
    select,
    element("p", {}, facts?.description ?? ""),
    element("ol", { class: "plain stages" }, ...stages),
  );
}

/** Which planned events and properties have been seen. */
export function showCoverage({
  plan,
  state,
  product,
  filterEvent,
  chooseProduct,
}: PanelView): void {
  const seen = new Map(state.seen.map((it) => [`${it.event} ${it.product}`, it]));
  const ofProduct = (name: string) => plan.events.filter((it) => it.product === name);
  const shareOf = (events: typeof plan.events) => {
    const came = events.filter((it) => seen.has(`${it.name} ${it.product}`)).length;
    return { came, all: events.length };
  };
  const pane = byId("coverage");
  const meter = ({ came, all }: { came: number; all: number }, label: string): HTMLElement => {
    const bar = element("span", { class: came > 0 ? "bar" : "bar none" });
    bar.style.width = `${all === 0 ? 0 : (came / all) * 100}%`;
    return element(
      "span",
      { class: "meter" },
      element(
        "span",
        { class: "meter-head" },
        element("b", {}, label),
        element("span", { class: "faint" }, `${figure(came)} of ${figure(all)}`),
      ),
      element("span", { class: "track" }, bar),
    );
  };
  const properties = plan.events.filter((it) => product === "" || it.product === product);
  const total = properties.reduce((sum, it) => sum + it.properties.length, 0);
  const came = properties.reduce(
    (sum, it) => sum + (seen.get(`${it.name} ${it.product}`)?.properties.length ?? 0),
    0,
  );
  const top = [meter(shareOf(properties), "Events"), meter({ came, all: total }, "Properties")];
  if (product === "" && plan.products.length > 1) {
    pane.replaceChildren(
      heading("Coverage", ""),
      ...top,
      element("h3", { class: "section" }, "By product"),
      element(
        "ul",
        { class: "plain" },
        ...plan.products.map(({ name, title }) =>
          element(
            "li",
            {},
            element(
              "button",
              { type: "button", class: "meter-button", onclick: () => chooseProduct(name) },
              meter(shareOf(ofProduct(name)), title),
            ),
          ),
        ),
      ),
    );
    return;
  }
  const stages = [...plan.stages, null];
  const sections = stages.flatMap((stage) => {
    const events = properties.filter((it) => it.stage === stage);
    if (events.length === 0) return [];
    return [
      element("h3", { class: "section" }, (stage ?? "no stage").replaceAll("_", " ")),
      element(
        "ul",
        { class: "plain" },
        ...events.map((it) => {
          const entry = seen.get(`${it.name} ${it.product}`);
          const dots = it.properties.map((name) => {
            const isSeen = entry?.properties.includes(name) ?? false;
            return element("i", {
              class: isSeen ? "dot on" : "dot off",
              title: `${name}: ${isSeen ? "seen" : "not seen"}`,
            });
          });
          return element(
            "li",
            {
              class:
                entry === undefined ? "covered not" : entry.bad > 0 ? "covered bad" : "covered",
            },
            element(
              "button",
              { type: "button", title: it.description, onclick: () => filterEvent(it.name) },
              element(
                "span",
                { class: "mark", "aria-hidden": "true" },
                entry === undefined ? "○" : entry.bad > 0 ? "✗" : "●",
              ),
              element("span", { class: "name" }, it.name),
              element("span", { class: "dots", "aria-hidden": "true" }, ...dots),
              element(
                "span",
                { class: "times" },
                entry === undefined ? "not seen" : `×${figure(entry.seen)}`,
              ),
            ),
          );
        }),
      ),
    ];
  });
  pane.replaceChildren(
    heading("Coverage", plan.products.find(({ name }) => name === product)?.title ?? ""),
    ...top,
    ...sections,
  );
}

function heading(title: string, more: string): HTMLElement {
  return element(
    "h2",
    {},
    title,
    more === "" ? null : element("span", { class: "faint" }, ` ${more}`),
  );
}

function many(events: number): string {
  return `${figure(events)} event${events === 1 ? "" : "s"}`;
}

function weight({ stages }: SessionState["funnels"][number]): number {
  return stages.reduce((sum, { reached }, at) => sum + reached * (at + 1), 0);
}

function eventOf(subject: string): string {
  return subject.replace(/^(events|requests)\//, "").replace(/\/properties\/[\s\S]*$/, "");
}
