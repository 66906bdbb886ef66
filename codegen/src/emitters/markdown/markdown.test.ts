import { fileURLToPath } from "node:url";
import { marked } from "marked";
import { type DefaultTreeAdapterMap, parseFragment } from "parse5";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { event } from "../../../fixtures/build.js";
import { everyKindPlan } from "../../../fixtures/every-kind.js";
import { expectGoldens } from "../../../fixtures/goldens.js";
import { resolvedPlan, sortEvents } from "../../../fixtures/resolved-plan.js";
import type { EmittedFile } from "../../emitter.js";
import { refusal } from "../../plan/accepts-value.js";
import { docsAnchor, docsPage } from "../../plan/docs-address.js";
import type { ResolvedPlan } from "../../plan/resolved-plan.js";
import { githubSlug, vitepressSlug } from "../../print/slug.js";
import { makeValue } from "./example-value.js";
import { markdownEmitter } from "./index.js";
import { markdownOptions } from "./options.js";

const emit = (plan: ResolvedPlan, options: object = {}): readonly EmittedFile[] =>
  markdownEmitter.emit(plan, markdownOptions.parse(options)) as readonly EmittedFile[];

const files = emit(resolvedPlan);
const text = (path: string): string => files.find((file) => file.path === path)?.text ?? "";
const html = (markdown: string): string => marked.parse(markdown, { async: false });

/** An element of a page, as a browser reads it. */
interface Element {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
}

function elementsOf(markdown: string): readonly Element[] {
  const all: Element[] = [];
  const walk = (node: DefaultTreeAdapterMap["childNode"]): string => {
    if ("value" in node) return node.value;
    if (!("childNodes" in node)) return "";
    const inside = node.childNodes.map(walk).join("");
    const attributes = Object.fromEntries(node.attrs.map(({ name, value }) => [name, value]));
    all.push({ tag: node.tagName, attributes, text: inside });
    return inside;
  };
  for (const node of parseFragment(html(markdown)).childNodes) walk(node);
  return all;
}

/** The anchors of a page: those of headings by one site's rule, and explicit ones. */
function anchorsOf(markdown: string, slug: (heading: string) => string): readonly string[] {
  return elementsOf(markdown).flatMap(({ tag, attributes, text: inside }) => {
    if (/^h\d$/.test(tag)) return [slug(inside)];
    return attributes.id === undefined ? [] : [attributes.id];
  });
}

function brokenLinks(all: readonly EmittedFile[], slug: (heading: string) => string): string[] {
  const anchors = new Map(all.map((file) => [file.path, new Set(anchorsOf(file.text, slug))]));
  return all.flatMap((file) =>
    elementsOf(file.text).flatMap(({ tag, attributes: { href } }) => {
      if (tag !== "a" || href === undefined) return [];
      const { pathname, hash } = new URL(href, `https://site/${file.path}`);
      const target = anchors.get(decodeURIComponent(pathname.slice(1)));
      const anchor = decodeURIComponent(hash.slice(1));
      const found = target !== undefined && (anchor === "" || target.has(anchor));
      return found ? [] : [`${file.path}: ${href}`];
    }),
  );
}

describe("the taxonomy", () => {
  it("makes what its goldens hold", () => {
    expectGoldens(fileURLToPath(new URL("fixtures", import.meta.url)), files);
  });

  it.each([
    ["GitHub", githubSlug],
    ["VitePress", vitepressSlug],
  ])("has no link that leads nowhere on %s", (_, slug) => {
    expect(brokenLinks(files, slug)).toEqual([]);
    for (const file of files) {
      const anchors = anchorsOf(file.text, slug);
      const doubled = anchors.filter((anchor, index) => anchors.indexOf(anchor) !== index);
      const linked = doubled.filter((anchor) =>
        files.some((it) => it.text.includes(`#${anchor})`)),
      );
      expect([file.path, linked]).toEqual([file.path, []]);
    }
  });

  it("has every event where its published address points", () => {
    for (const it of resolvedPlan.events) {
      const page = text(`${docsPage(it)}.md`);
      expect(page).toContain("# ");
      const anchor = docsAnchor(it);
      for (const slug of [githubSlug, vitepressSlug])
        if (anchor !== "") expect(anchorsOf(page, slug)).toContain(anchor);
    }
  });

  it("holds no element, expression or formula that the plan's words made", () => {
    const allowed =
      /^(a|blockquote|code|del|details|em|h\d|hr|li|ol|p|pre|strong|summary|table|tbody|td|th|thead|tr|ul)$/;
    for (const { path, text: markdown } of files) {
      const tags = elementsOf(markdown).map(({ tag }) => tag);
      expect([path, tags.filter((tag) => !allowed.test(tag))]).toEqual([path, []]);
      const outsideCode = html(markdown).replace(/<(code|pre)[^>]*>.*?<\/\1>/gs, "");
      expect([path, /\{\{/.test(outsideCode)]).toEqual([path, false]);
    }
  });

  it("keeps every row as wide as its table", () => {
    for (const { path, text: markdown } of files) {
      const tables = marked.lexer(markdown).filter((token) => token.type === "table");
      for (const table of tables) {
        const lines = table.raw.trim().split("\n");
        const widths = lines.map((line) => line.match(/(?<!\\)\|/g)?.length);
        expect([path, new Set(widths).size]).toEqual([path, 1]);
      }
    }
  });

  it("shows calls that compile", () => {
    const code = files.flatMap(({ text: markdown }) =>
      [...markdown.matchAll(/^```ts\n(.*?)\n```$/gms)].map(([, call]) => call),
    );
    expect(code.length).toBeGreaterThanOrEqual(resolvedPlan.events.length);
    const { diagnostics } = ts.transpileModule(code.join("\n"), { reportDiagnostics: true });
    expect(diagnostics).toEqual([]);
    expect(code).toContain(
      [
        "track.cost.anomaly.first_detected({",
        '  anomaly_id: "an_8f2",',
        "  score: 0.93,",
        "});",
      ].join("\n"),
    );
  });

  it("shows a call for each way of calling: a browser passes what a server hashed", () => {
    const page = text("events/account.signup.completed.md");
    const calls = [...page.matchAll(/^In ([^\n]+):\n\n```ts\n(.*?)\n```$/gms)];
    expect(calls.map(([, runtimes]) => runtimes)).toEqual(["browser", "node"]);
    expect(calls[0]?.[2]).toContain("tracker.hash(");
    expect(calls[0]?.[2]).not.toContain("@example.com");
    expect(calls[1]?.[2]).toContain("// arrives hashed");
  });

  it("lists the places in the code that send an event, linked where there is an address", () => {
    const sites = [
      { event: "cost.anomaly.alerted", file: "src/my bot.ts", line: 12 },
      { event: "cost.anomaly.alerted", file: "src/|odd`.ts", line: 1 },
      { event: "cost.anomaly.snoozed", file: "src/b.ts", line: 3 },
    ];
    const source = "https://code.example.com/{file}#L{line}";
    const of = (more: object) =>
      emit(resolvedPlan, { sites, ...more }).find(({ path }) => path.includes("anomaly.alerted"));
    expect(of({})?.text).toContain("Called from\n\n- `src/my bot.ts:12`\n- ");
    expect(of({})?.text).not.toContain("src/b.ts");
    expect(of({ source })?.text).toContain(
      "[`src/my bot.ts:12`](<https://code.example.com/src/my%20bot.ts#L12>)",
    );
    expect(text("events/cost.anomaly.alerted.md")).not.toContain("Called from");
    expect(() => emit(resolvedPlan, { sites: [{ event: "a", file: "b", line: 0 }] })).toThrow();
  });

  it("tells what changed since an earlier plan, on the event's page and in the changelog", () => {
    const events = resolvedPlan.events
      .filter(({ name }) => name !== "run.funnel")
      .map((it) =>
        it.name === "cost.anomaly.alerted"
          ? { ...it, owner: "run-team", description: "Old.", properties: it.properties.slice(1) }
          : it,
      );
    const gone = event("cost.gone.forever", {});
    const base = { ...resolvedPlan, version: "0.9.0", events: [...events, gone] };
    const made = new Map(emit(resolvedPlan, { base }).map((file) => [file.path, file.text]));
    const [first] =
      resolvedPlan.events.find(({ name }) => name === "cost.anomaly.alerted")?.properties ?? [];
    const told = `description reworded; owner run-team → cost-team; \`${first?.name}\` added`;
    expect(made.get("changelog.md")).toContain(
      `## Since 0.9.0\n\n**Added**\n\n- [\`run.funnel\`](events/run.funnel.md): `,
    );
    expect(made.get("changelog.md")).toContain(
      `**Changed**\n\n- [\`cost.anomaly.alerted\`](events/cost.anomaly.alerted.md): ${told}`,
    );
    expect(made.get("changelog.md")).toContain("**Removed**\n\n- `cost.gone.forever`\n");
    expect(made.get("events/cost.anomaly.alerted.md")).toContain(`- **Since 0.9.0:** ${told}`);
    expect(made.get("events/run.class.default.md")).toBe(text("events/run.class.default.md"));
    const same = emit(resolvedPlan, { base: resolvedPlan });
    expect(same.find(({ path }) => path === "changelog.md")?.text).toContain(
      "No event was added, changed or removed.",
    );
    expect(() => emit(resolvedPlan, { base: { format: 1, events: [{}] } })).toThrow();
  });

  it("gives every event a page of its own; names that differ in case share one", () => {
    const twins = [event("Order Placed", {}), event("order placed", {})];
    const made = emit({ ...resolvedPlan, events: sortEvents([...resolvedPlan.events, ...twins]) });
    const paths = made.map(({ path }) => path.toLowerCase());
    expect(new Set(paths).size).toBe(paths.length);
    const page = made.find(({ path }) => path === "events/Order-Placed.md")?.text;
    expect(page).toMatch(/\n## .*Order Placed/);
    expect(page).toMatch(/\n## .*order placed/);
    expect(brokenLinks(made, githubSlug)).toEqual([]);
  });

  it("never shows personal data as it arrives", () => {
    const arriving = files.flatMap(({ text: markdown }) =>
      [...markdown.matchAll(/^```json\n(\{\n {2}"event".*?)\n```$/gms)].map(([, it]) => it ?? ""),
    );
    expect(arriving.length).toBe(resolvedPlan.events.length);
    for (const it of arriving) expect(it).not.toMatch(/@example\.com|123456789012/);
    for (const it of arriving)
      expect(JSON.parse(it)).toHaveProperty("properties.tenant_id", "t_42");
  });

  it("lists every personal value in the register", () => {
    const register = text("privacy.md");
    for (const value of [
      "user_email",
      "resources",
      "owner_email",
      "note",
      "referrer",
      "full_name",
      "billing_email",
      "distinct_id",
    ])
      expect(register.includes(`\`${value}\``)).toBe(value !== "resources");
    expect(register).toContain(
      "Own pages only; the path holds no ids. Reviewed by privacy-board. Until 2027-12-31.",
    );
  });

  it("only adds lines when an event is added", () => {
    const more = { stage: "habit", feature: "digest", properties: costliest };
    for (const name of ["a.first.one", "cost.middle.one", "яяя"]) {
      const events = sortEvents([...resolvedPlan.events, event(name, more)]);
      const grown = new Map(
        emit({ ...resolvedPlan, events }).map((file) => [file.path, file.text]),
      );
      for (const file of files) {
        const before = file.text.split("\n");
        let index = 0;
        for (const line of (grown.get(file.path) ?? "").split("\n"))
          if (line === before[index]) index += 1;
        expect([file.path, index]).toEqual([file.path, before.length]);
      }
    }
  });

  it("makes up values that their types take", () => {
    for (const plan of [resolvedPlan, everyKindPlan]) {
      const types = new Map(plan.types.map((type) => [type.name, type]));
      for (const { name, properties } of plan.events)
        for (const property of properties) {
          const why = refusal(property, makeValue(property, types), types);
          const patterned = property.type.kind === "string" && property.type.pattern !== null;
          expect([name, property.name, patterned ? null : why]).toEqual([
            name,
            property.name,
            null,
          ]);
        }
    }
  });

  it.each(["privacy", "index", "shared", "plg"])("makes room for a product called %s", (name) => {
    const rename = (product: string | null) => (product === "run" ? name : product) ?? name;
    const [cost, run] = resolvedPlan.products;
    if (cost === undefined || run === undefined) throw new Error("two products are needed");
    const made = emit({
      ...resolvedPlan,
      products: [cost, { ...run, name }],
      events: resolvedPlan.events.map((it) => ({ ...it, products: it.products.map(rename) })),
      funnels: resolvedPlan.funnels.map((it) => ({ ...it, product: rename(it.product) })),
    });
    expect(new Set(made.map(({ path }) => path)).size).toBe(made.length);
    expect(brokenLinks(made, githubSlug)).toEqual([]);
  });

  it("holds a plan that has no products and next to nothing else", () => {
    const [product] = resolvedPlan.products;
    if (product === undefined) throw new Error("a product is needed");
    const implicit = { ...product, name: "app", implicit: true, owner: null, activation: null };
    const nothing = {
      teams: [],
      stages: [],
      context: [],
      superProperties: [],
      groups: [],
      types: [],
    };
    const made = emit({
      ...resolvedPlan,
      ...nothing,
      person: { description: null, distinctId: { description: null, pii: null }, traits: [] },
      properties: [],
      propertyGroups: [],
      funnels: [],
      health: [],
      products: [implicit],
      events: [event("user_signed_up", { products: ["app"], shared: true, owner: null })],
    });
    expect(made.map(({ path }) => path)).toEqual([
      "index.md",
      "app.md",
      "events.md",
      "privacy.md",
      "changelog.md",
      "events/user_signed_up.md",
    ]);
    expect(brokenLinks(made, vitepressSlug)).toEqual([]);
  });

  it("leaves out what it is told to", () => {
    const bare = emit(resolvedPlan, { calls: false, examples: false, charts: false });
    expect(bare.some((file) => /^```(ts|mermaid)|<details>/m.test(file.text))).toBe(false);
  });
});

const costliest =
  resolvedPlan.events.find((it) => it.name === "cost.account.scanned")?.properties.slice(0, 8) ??
  [];
