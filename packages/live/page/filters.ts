import type { PlanFacts } from "../src/page/plan-facts.js";
import type { Row } from "../src/page/row.js";
import { byId, element } from "./element.js";

/** What is shown of the stream. */
export interface Filter {
  readonly verdict: string;
  readonly event: string;
  readonly product: string;
  readonly tenant: string;
  readonly person: string;
}

const keys = ["verdict", "event", "product", "tenant", "person"] as const;
const verdicts = [
  ["", "All"],
  ["bad", "Bad"],
  ["warned", "Warnings"],
  ["good", "Good"],
  ["posthog", "PostHog"],
] as const;

/** The filters above the stream; they are kept in the address, so that a reload and a link keep them. */
export interface Filters {
  readonly now: Filter;
  passes(row: Row): boolean;
  set(change: Partial<Filter>): void;
  showCounts(counts: Readonly<Record<string, number>>): void;
}

/** Brings the filters to life; `changed` is called whenever one has changed. */
export function createFilters(plan: PlanFacts, changed: () => void): Filters {
  const fields = {
    event: byId<HTMLInputElement>("filter-event"),
    product: byId<HTMLSelectElement>("filter-product"),
    tenant: byId<HTMLInputElement>("filter-tenant"),
    person: byId<HTMLInputElement>("filter-person"),
  };
  fields.product.append(
    element("option", { value: "" }, "All products"),
    ...plan.products.map(({ name, title }) => element("option", { value: name }, title)),
  );
  const buttons = new Map<string, HTMLButtonElement>();
  for (const [verdict, label] of verdicts) {
    const button = element(
      "button",
      {
        type: "button",
        role: "radio",
        class: `verdict ${verdict}`,
        onclick: () => set({ verdict }),
        onkeydown: (event) => moveChoice(event as KeyboardEvent, verdict),
      },
      label,
      element("span", { class: "count" }, "0"),
    );
    buttons.set(verdict, button);
    byId("verdicts").append(button);
  }

  let now = fromAddress();
  byId<HTMLFormElement>("filters").addEventListener("submit", (event) => event.preventDefault());
  for (const [key, field] of Object.entries(fields))
    field.addEventListener("input", () => set({ [key]: field.value }));
  addEventListener("hashchange", () => {
    now = fromAddress();
    show();
    changed();
  });

  function set(change: Partial<Filter>): void {
    now = { ...now, ...change };
    const search = new URLSearchParams(
      keys.flatMap((key) => (now[key] === "" ? [] : [[key, now[key]]])),
    );
    history.replaceState(null, "", `#${search}`);
    show();
    changed();
  }

  /** Arrow keys move among choices, as in any group of radio buttons. */
  function moveChoice(event: KeyboardEvent, from: string): void {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const at = verdicts.findIndex(([verdict]) => verdict === from);
    const [next] = verdicts[(at + step + verdicts.length) % verdicts.length] ?? [""];
    set({ verdict: next });
    buttons.get(next)?.focus();
  }

  function show(): void {
    for (const [verdict, button] of buttons) {
      const isChosen = verdict === now.verdict;
      button.setAttribute("aria-checked", String(isChosen));
      button.tabIndex = isChosen ? 0 : -1;
    }
    for (const [key, field] of Object.entries(fields)) {
      const value = now[key as keyof typeof fields];
      if (field.value !== value) field.value = value;
    }
  }

  show();
  return {
    get now() {
      return now;
    },
    passes(row) {
      const { verdict, event, product, tenant, person } = now;
      return (
        (verdict === "" || row.verdict === verdict) &&
        (product === "" || row.product === product) &&
        (event === "" ||
          row.event.includes(event) ||
          row.codes.some((code) => code.includes(event))) &&
        (tenant === "" || (row.tenant ?? "").includes(tenant)) &&
        (person === "" || row.person.includes(person))
      );
    },
    set,
    showCounts(counts) {
      for (const [verdict, button] of buttons) {
        const count = button.querySelector(".count");
        const value = (counts[verdict === "" ? "events" : verdict] ?? 0).toLocaleString("en-US");
        if (count !== null && count.textContent !== value) count.textContent = value;
      }
    },
  };
}

function fromAddress(): Filter {
  const search = new URLSearchParams(location.hash.slice(1));
  const [verdict, event, product, tenant, person] = keys.map((key) => search.get(key) ?? "");
  return {
    verdict: verdict ?? "",
    event: event ?? "",
    product: product ?? "",
    tenant: tenant ?? "",
    person: person ?? "",
  };
}
