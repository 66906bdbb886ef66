import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { analyse } from "./analyse.js";
import type { CacheStore } from "./cache/cache-store.js";
import { diskStore } from "./cache/disk-store.js";

let root = "";
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "dd0c-lint-"));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function put(files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
}

const names = (cache?: CacheStore) =>
  analyse(cache ? { root, cache } : { root }).sites.flatMap((it) =>
    it.event.names.map((n) => n.name),
  );
const GOOD = 'import posthog from "posthog-js";\nposthog.capture("found");\n';

describe("code that means no good", () => {
  it.each([
    ["brackets", `posthog; x = ${"[".repeat(200_000)}${"]".repeat(200_000)}`],
    ["a sum", `posthog; x = ${Array.from({ length: 100_000 }, (_, i) => `"a${i}"`).join(" + ")}`],
    ["negations", `posthog; x = ${"!".repeat(100_000)}y`],
    ["members", `posthog; x${".a".repeat(100_000)}`],
    ["calls", `posthog; x${".a()".repeat(100_000)}`],
    ["else", `posthog; ${"if (a) b(); else ".repeat(50_000)} c();`],
    ["conditionals", `posthog; x = ${"a ? b : ".repeat(50_000)} c`],
    ["generics", `posthog; let x: ${"A<".repeat(50_000)}B${">".repeat(50_000)}`],
    ["elements", `posthog; x = ${"<a>".repeat(50_000)}${"</a>".repeat(50_000)}`],
    ["blocks", `posthog; ${"{".repeat(50_000)}${"}".repeat(50_000)}`],
    ["arrows", `posthog; x = ${"a => ".repeat(60_000)}b`],
    ["assignments", `posthog; ${"a = ".repeat(60_000)}b`],
    ["commas of arrows", `posthog; x = ${"() => (".repeat(5_000)}1${")".repeat(5_000)}`],
  ])("%s nested too deeply are a skip that is counted", (_, text) => {
    put({ "deep.tsx": text, "good.ts": GOOD });
    const { sites, skipped } = analyse({ root });
    expect(skipped).toMatchObject([{ file: "deep.tsx" }]);
    expect(["too-deep", "minified"]).toContain(skipped[0]?.reason);
    expect(sites).toHaveLength(1);
  });

  it("skips bundles and minified files and says so", () => {
    const long = `import posthog from "posthog-js";posthog.capture("no");${"a();".repeat(20_000)}`;
    put({ "big.js": "//x\n".repeat(1_250_000), "one-line.js": long, "good.ts": GOOD });
    const { skipped, sites } = analyse({ root });
    expect(skipped.map((it) => [it.file, it.reason])).toEqual([
      ["big.js", "too-large"],
      ["one-line.js", "minified"],
    ]);
    expect(sites).toHaveLength(1);
  });

  it("reads over a syntax error, or names the file", () => {
    put({
      "broken.ts": `${GOOD}const = ;\n`,
      "good.ts": GOOD,
      "binary.ts": "posthog \u0000\u0001 capture(",
    });
    const { skipped, sites } = analyse({ root });
    expect(sites.some((it) => it.span.file === "good.ts")).toBe(true);
    const seen = [...skipped.map((it) => it.file), ...sites.map((it) => it.span.file)];
    expect(seen).toContain("broken.ts");
    expect(seen).toContain("binary.ts");
  });

  it("comes back from circles of exports, values, types and classes", () => {
    put({
      "a.ts":
        'export * from "./b";\nexport { x as y } from "./b";\nexport const list = [...list2];\n',
      "b.ts":
        'export * from "./a";\nexport { y as x } from "./a";\nexport const list2 = [...list];\nimport { list } from "./a";\n',
      "c.ts": `import posthog from "posthog-js";
import { x, list } from "./a";
type T = T[] | { t: T } | keyof T;
class A extends B {} class B extends A { capture(e: T) { this.capture(e); } }
const f = (n: string): string => f(n + n); const g = (n) => h(n), h = (n) => g(n);
const o = { ...o, f }; let s = "a"; s = s + s;
posthog.capture(x); posthog.capture(list[0]); posthog.capture(f("a")); posthog.capture(g("b"));
posthog.capture(o.p.q); posthog.capture(s); new A().capture("z"); posthog.capture("found");
`,
    });
    const { sites, unresolved } = analyse({ root });
    expect(sites.flatMap((it) => it.event.names.map((n) => n.name))).toContain("found");
    expect(unresolved.length).toBeGreaterThanOrEqual(4);
  });

  it("ends on names that multiply", () => {
    const parts = Array.from({ length: 20 }, (_, i) => `\${a ? "x${i}" : "y${i}"}`).join("");
    put({
      "many.ts": `import posthog from "posthog-js";\nposthog.capture(\`${parts}\`);\n${GOOD.split("\n")[1]}`,
    });
    const { sites, unresolved } = analyse({ root });
    expect(sites).toHaveLength(1);
    expect(unresolved.map((it) => it.event.reason)).toEqual(["too-many"]);
  });
});

describe("the cache", () => {
  const store = (): CacheStore & { text: string | null; reads: number } => ({
    text: null,
    reads: 0,
    read() {
      this.reads++;
      return this.text;
    },
    write(text) {
      this.text = text;
    },
  });

  it("gives what a cold run gives, after any edit", () => {
    put({
      "track.ts":
        'import posthog from "posthog-js";\nexport const send = (n: string) => posthog.capture(n);\n',
      "use.ts": 'import { send } from "./track";\nsend("one");\n',
    });
    const cache = store();
    expect(names(cache)).toEqual(["one"]);
    expect(analyse({ root, cache }).files.parsed).toBe(0);
    put({ "use.ts": 'import { send } from "./track";\nsend("two");\n' });
    expect(names(cache)).toEqual(["two"]);
    put({
      "track.ts":
        'import posthog from "posthog-js";\nexport const emit2 = (n: string) => posthog.capture("p:" + n);\n',
      "use.ts": 'import { emit2 } from "./track";\nemit2("three");\n',
    });
    expect(names(cache)).toEqual(names());
    expect(names(cache)).toEqual(["p:three"]);
    put({ "package.json": "{}" });
    expect(names(cache)).toEqual(["p:three"]);
  });

  it("does without what it cannot read", () => {
    put({ "good.ts": GOOD });
    const cache = store();
    names(cache);
    const whole = cache.text ?? "";
    for (const broken of [
      "",
      "\u0000",
      whole.slice(0, whole.length / 2),
      whole.replaceAll("{", "["),
      whole.replace("found", "fo\nund"),
      `${whole.split("\n")[0]}\nr\t{}\nf\t`,
    ]) {
      cache.text = broken;
      expect(names(cache)).toEqual(["found"]);
    }
  });

  it("is one file that runs at the same time replace as a whole", () => {
    put({ "good.ts": GOOD });
    const folder = join(root, "node_modules/.cache/dd0c-track");
    expect(names(diskStore(folder))).toEqual(["found"]);
    expect(analyse({ root, cache: diskStore(folder) }).files.cached).toBe(1);
    expect(names(diskStore("/dev/null/no"))).toEqual(["found"]);
  });
});
