// How pages are laid out and drawn, without a browser.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { drawFunnels } from "../../docs/.vitepress/draw-funnels.mjs";
import { searchable } from "../../docs/.vitepress/searchable.mjs";
import { root } from "../steps.mjs";
import { eventIndex } from "./event-index.mjs";
import { navigation } from "./navigation.mjs";
import { withLinks } from "./stage.mjs";

const plan = JSON.parse(
  readFileSync(join(root, "codegen/fixtures/plans/reference/resolved.json"), "utf8"),
);

describe("the index of events", () => {
  const { events, filters } = eventIndex(plan);
  test("has every event, and only values that some event has", () => {
    assert.equal(events.length, plan.events.length);
    for (const { key, values } of filters)
      for (const { value } of values) assert.ok(events.some((event) => event[key].includes(value)));
  });
  test("has no filter that would choose between one thing", () => {
    assert.ok(filters.every(({ values }) => values.length > 1));
    const tagged = {
      ...plan,
      events: plan.events.map((it, at) => ({ ...it, tags: [`t${at % 2}`] })),
    };
    const tags = eventIndex(tagged).filters.find(({ key }) => key === "tag");
    assert.deepEqual(
      tags?.values.map(({ value }) => value),
      ["t0", "t1"],
    );
  });
  test("leads to the pages that the emitter wrote", async () => {
    const { emitters } = await import("@dd0c/track-codegen");
    const { emit, options } = emitters.markdown;
    const paths = new Set(emit(plan, options.parse({})).map(({ path }) => `/${path}`));
    for (const { path } of events) assert.ok(paths.has(path.replace(/\.html.*/, ".md")), path);
    const { sidebar } = navigation(
      plan,
      [...paths].map((path) => path.slice(1)),
      [],
    );
    const links = Object.values(sidebar).flatMap((groups) => groups.flatMap(({ items }) => items));
    for (const { link } of links.filter(({ link }) => link !== "/"))
      assert.ok(paths.has(link.replace(/\.html$/, ".md")), link);
  });
});

describe("menus", () => {
  test("show a plan's words and run none of them", () => {
    const [first, ...others] = plan.events;
    const name = "<img src=x onerror=alert(1)>";
    const hostile = { ...plan, title: "<b>", events: [{ ...first, name }, ...others] };
    const made = navigation(hostile, ["events/-img-src-x-onerror-alert-1-.md"], []);
    const { title, ...shown } = made;
    assert.equal(title, "<b> tracking plan");
    assert.ok(JSON.stringify(shown).includes("&#60;img src=x onerror=alert(1)&#62;"));
    assert.ok(!JSON.stringify({ ...shown, description: "" }).includes("<"));
  });
});

describe("links of written pages", () => {
  test("into the taxonomy lead one folder less deep", () => {
    const here = (text) => withLinks(text, "guides/a.md");
    assert.equal(here("[e](../taxonomy/events/a.b.md#x)"), "[e](../events/a.b.md#x)");
    assert.equal(here("[g](b.md) [h](https://a.b) [i](#x)"), "[g](b.md) [h](https://a.b) [i](#x)");
    assert.equal(here("[core](../../packages/core/README.md)"), "core");
    assert.equal(here("![p](../images/p.png)"), "![p](../images/p.png)");
  });
});

describe("funnels", () => {
  const rules = {};
  const md = {
    renderer: { rules: { fence: () => "code" } },
    utils: { escapeHtml: (text) => text.replaceAll("<", "&lt;") },
  };
  drawFunnels(md);
  Object.assign(rules, md.renderer.rules);
  const draw = (info, content) => rules.fence([{ info, content }], 0);
  test("are a list of steps, the aha moment and what may be skipped told apart", () => {
    const chart =
      'flowchart LR\n  s1["Sign#60;up"]\n  s2(["First<br/>aha moment"])\n  s3["Pay<br/>may be skipped"]\n  s1 --> s2\n  s2 -.-> s3\n';
    assert.equal(
      draw("mermaid", chart).trim(),
      '<ol class="funnel" v-pre><li><span>Sign&lt;up</span></li><li class="aha"><span>First</span><small>aha moment</small></li><li class="optional"><span>Pay</span><small>may be skipped</small></li></ol>',
    );
  });
  test("leave other pictures and other code alone", () => {
    assert.equal(draw("mermaid", "flowchart TD\n  a --> b\n"), "code");
    assert.equal(draw("mermaid", 'flowchart LR\n  s1["A"]\n  s1 ==> s1\n'), "code");
    assert.equal(draw("ts", "flowchart LR\n"), "code");
  });
});

describe("what is searched", () => {
  const md = { render: (source) => source };
  const render = (source, relativePath) => searchable._render(source, { relativePath }, md);
  test("is an event's words and properties, not its code", () => {
    const source =
      "# `a.b`\n\nIt happened.\n\n## Properties\n\n| x |\n\n## Call\n\ntrack.a.b()\n\n## History\n\n- 1";
    assert.equal(
      render(source, "events/a.b.md").replace(/\n+/g, " ").trim(),
      "# `a.b` It happened. | x |",
    );
  });
  test("is not the same event again on every list", () => {
    assert.equal(render("# All\n\n| [`a`](events/a.md) |", "events.md"), "# All\n\n");
    assert.equal(render("# p\n\n- [`a`](../events/a.md): A.", "properties/p.md").trim(), "# p");
  });
});
