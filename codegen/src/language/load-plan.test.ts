import { describe, expect, it } from "vitest";
import { compileText, findingsIn, type Texts } from "../../fixtures/compile-text.js";
import { yaml } from "../../fixtures/yaml.js";

type Row = readonly [name: string, texts: Texts, wanted: readonly string[]];

describe("a plan's files", () => {
  it.each<Row>([
    [
      "are every YAML file below, but other plans'",
      {
        "schema/plan.yaml": yaml`
      plan: s
      `,
        "plan.yaml": yaml`
      plan: p
      properties: { a: { type: string } }
      `,
        "x/events.yaml": yaml`
      events: { a.b: { description: D., properties: { a: always } } }
      `,
        "x/other/plan.yaml": yaml`
      plan: o
      `,
        "x/other/more.yml": yaml`
      properties: { a: { type: string } }
      `,
      },
      [],
    ],
    [
      "are those it names, files and folders",
      {
        "plan.yaml": yaml`
      plan: p
      files: [events, shared.yml, ./plan.yaml]
      `,
        "events/a.yaml": yaml`
      events: { a.b: { description: D. } }
      `,
        "shared.yml": yaml`
      events: { a.c: { description: D. } }
      `,
        "left-out.yaml": yaml`
      events: { a.b: { description: D. } }
      `,
      },
      [],
    ],
    [
      "are not there",
      {
        "plan.yaml": yaml`
      plan: p
      files: [events, shared.yaml]
      `,
      },
      ["2:9 file-not-found", "2:17 file-not-found"],
    ],
    [
      "leave the folder",
      {
        "plan.yaml": yaml`
      plan: p
      files: [../x.yaml, ../../etc/passwd, /etc/passwd, 'C:\\x.yaml', 'a/../../x.yaml', '..\\x.yaml']
      `,
      },
      [
        "2:9 path-outside-plan",
        "2:20 path-outside-plan",
        "2:38 path-outside-plan",
        "2:51 path-outside-plan",
        "2:65 path-outside-plan",
        "2:83 path-outside-plan",
      ],
    ],
    [
      "are no words",
      {
        "plan.yaml": yaml`
      plan: p
      files: [5, { a: b }]
      events: { a.b: { description: D. } }
      `,
      },
      ["2:9 wrong-value", "2:12 wrong-value"],
    ],
    [
      "say what only the root may",
      {
        "plan.yaml": yaml`
      plan: p
      `,
        "x.yaml": yaml`
      teams: { ops: null }
      events: { a.b: { description: D. } }
      `,
      },
      ["x.yaml:1:1 unknown-key"],
    ],
    [
      "are broken, all of them, each for itself",
      {
        "plan.yaml": yaml`
      plan: p
      events: { a.b: { descripton: D. } }
      `,
        "x.yaml": yaml`
      events: [
      `,
        "y.yaml": yaml`
      events: { a.c: { description: D., kind: x } }
      `,
        "z.yaml": yaml`
      - a
      `,
      },
      [
        "2:18 unknown-key",
        "x.yaml:1:9 yaml-syntax",
        "y.yaml:1:41 wrong-value",
        "z.yaml:1:3 wrong-value",
      ],
    ],
    [
      "are empty, or hold only comments",
      {
        "plan.yaml": yaml`
      plan: p
      `,
        "x.yaml": yaml`

      `,
        "y.yaml": yaml`
      # nothing
      `,
      },
      [],
    ],
  ])("%s", (_name, texts, wanted) => {
    expect(findingsIn(texts)).toEqual(wanted);
  });
});

describe("a root file", () => {
  it.each<Row>([
    [
      "that is empty",
      yaml`

      `,
      ["1:1 missing-key"],
    ],
    [
      "that is no map",
      yaml`
      - plan: p
      `,
      ["1:3 wrong-value"],
    ],
    [
      "that is a word",
      yaml`
      plan
      `,
      ["1:1 wrong-value"],
    ],
    [
      "that does not say plan",
      yaml`
      events: { a.b: { description: D. } }
      `,
      ["1:1 missing-key"],
    ],
    [
      "that says nothing but plan",
      yaml`
      plan: p
      `,
      [],
    ],
  ])("%s", (_name, texts, wanted) => {
    expect(findingsIn(texts)).toEqual(wanted);
  });
});

describe("a plan", () => {
  it("that is not there is a finding", () => {
    const { plan, diagnostics } = compileText({ "other.yaml": "plan: p\n" });
    expect(plan).toBeNull();
    expect(diagnostics).toMatchObject([
      { code: "file-not-found", span: { file: "plan.yaml", start: 0, end: 0 } },
    ]);
  });

  it("is the same however its path is written", () => {
    const texts = {
      "schema/plan.yaml": "plan: p\nimports: { o: { plan: ../other/plan.yaml } }\n",
      "schema/events.yaml": "events: { a.b: { description: D. } }\n",
      "other/plan.yaml": "plan: o\nimports: { p: { plan: ../schema/plan.yaml } }\n",
    };
    for (const root of ["schema/plan.yaml", "./schema/plan.yaml", "schema/../schema/./plan.yaml"])
      expect(compileText(texts, root).diagnostics.map(({ code }) => code)).toEqual([
        "import-cycle",
      ]);
  });
});
