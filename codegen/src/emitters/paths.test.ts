import { expect, it } from "vitest";
import { compileText } from "../../fixtures/compile-text.js";
import { yaml } from "../../fixtures/yaml.js";
import { emitters } from "./index.js";

const { plan, diagnostics } = compileText(yaml`
  plan: p
  context: { tenant_id: { from: caller } }
  properties:
    aux: { type: string, description: D. }
    lpt1: { type: json_schema, schema: { type: object, properties: { a: { type: string } } } }
  types:
    prn: { type: json_schema, schema: { type: object, properties: { a: { type: string } } } }
  events:
    CON: { description: D., properties: { lpt1: always } }
    aux.port.opened: { description: D., properties: { aux: always, x: { type: named, name: prn } } }
    console.opened: { description: D. }
  funnels:
    nul: { description: D., by: tenant_id, window: 1d, stages: { a: { event: CON }, b: { event: aux.port.opened } } }
`);

it.each(Object.entries(emitters))(
  "%s writes no file that Windows cannot have",
  async (_name, emitter) => {
    expect(diagnostics).toEqual([]);
    if (plan === null) throw new Error("The plan has findings.");
    const files = await emitter.emit(plan, emitter.options.parse({}));
    const parts = files.flatMap(({ path }) => path.split("/"));
    expect(parts.filter((it) => /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(it))).toEqual([]);
    expect(parts.filter((it) => /^_?console/.test(it))).not.toContain("_console.opened.md");
  },
);
