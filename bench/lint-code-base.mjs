// A code base of a given size in the shapes and proportions of a census of public apps: how many files
// name an event, through which wrappers, with which arguments. The same seed gives the same bytes.
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** One file in 24 names events, some two and a bit each: 380 sites in a million lines. */
const EVERY = 24;
const AREAS = [
  "billing",
  "projects",
  "traces",
  "prompts",
  "settings",
  "members",
  "datasets",
  "search",
];
const NOUNS = [
  "session",
  "invoice",
  "score",
  "widget",
  "table",
  "filter",
  "export",
  "token",
  "range",
  "view",
];
const VERBS = [
  "load",
  "merge",
  "format",
  "select",
  "update",
  "resolve",
  "collect",
  "compute",
  "render",
  "sort",
];

/** Writes the code base. Returns the events it names, each with the number of its sites. */
export function writeCodeBase(folder, { files = 5_000, lines = 200 } = {}) {
  const random = mulberry(7);
  const pick = (list) => list[Math.floor(random() * list.length)];
  const put = (path, text) => {
    const full = join(folder, path);
    mkdirSync(dirname(full), { recursive: true });
    writeFileSync(full, text);
  };
  const sites = new Map();
  const name = (area, what) => {
    const event = `${area}:${what}`;
    sites.set(event, (sites.get(event) ?? 0) + 1);
    return event;
  };
  put("package.json", '{ "name": "app", "private": true }\n');
  put(
    "tsconfig.json",
    '{ "compilerOptions": { "jsx": "react-jsx", "strict": true, "module": "esnext", "moduleResolution": "bundler", "target": "es2022", "skipLibCheck": true, "types": [], "paths": { "@/*": ["./src/*"] } }, "include": ["src"] }\n',
  );
  const constants = [];
  for (const area of AREAS)
    for (const noun of NOUNS) constants.push([`${area}_${noun}_opened`.toUpperCase(), area, noun]);
  put(
    "src/analytics/events.ts",
    `export const ANALYTICS_EVENTS = {\n${constants
      .map(([key, area, noun]) => `  ${key}: "${area}:${noun}_opened",`)
      .join("\n")}\n} as const;\n`,
  );
  put("src/analytics/use-capture.ts", HOOK);
  put("src/analytics/service.ts", SERVICE);
  put("src/analytics/track.ts", TRACK);
  put(
    "src/analytics/index.ts",
    'export * from "./events";\nexport * from "./service";\nexport * from "./use-capture";\nexport { track } from "./track";\n',
  );
  const paths = [];
  for (let i = 0; i < files - 7; i++) {
    const isComponent = i % 5 < 3;
    const isTest = i % 14 === 13;
    const area = pick(AREAS);
    const stem = `src/${area}/${pick(NOUNS)}-${i}`;
    const path = `${stem}${isTest ? ".test" : ""}.${isComponent ? "tsx" : "ts"}`;
    const out = [];
    const imports = Array.from(
      { length: 4 },
      () => paths[Math.floor(random() * paths.length)],
    ).filter(Boolean);
    for (const it of new Set(imports))
      out.push(`import { ${it.exported} } from "@/${it.path.replace(/^src\/|\.tsx?$/g, "")}";`);
    if (isComponent) out.push('import { useState } from "react";');
    const emits = i % EVERY === 5 && !isTest;
    const kind = emits
      ? ["hook", "hook", "track", "constant", "service", "sdk"][Math.floor(i / EVERY) % 6]
      : "";
    if (kind === "hook") out.push('import { useCapture } from "@/analytics/use-capture";');
    if (kind === "track") out.push('import { track } from "@/analytics";');
    if (kind === "constant") out.push('import { ANALYTICS_EVENTS, track } from "@/analytics";');
    if (kind === "service") out.push('import { analytics } from "@/analytics/service";');
    if (kind === "sdk") out.push('import posthog from "posthog-js";');
    const exported = `${pick(VERBS)}${area[0].toUpperCase()}${area.slice(1)}${i}`;
    if (emits) out.push(...emitting(kind, area, i, name, constants));
    let part = 0;
    while (out.length < lines) {
      const noun = pick(NOUNS);
      const verb = pick(VERBS);
      const id = `${noun}${i}_${part++}`;
      out.push(
        ...(isComponent && part % 3 === 1
          ? component(id, noun, verb)
          : plain(id, noun, verb, area)),
      );
    }
    out.push(`export const ${exported} = (input: string): string => input.trim();`);
    if (isTest)
      out.push(
        `describe("${exported}", () => { it("works", () => { expect(${exported}("a")).toBe("a"); }); });`,
      );
    put(path, `${out.join("\n")}\n`);
    if (!isTest) paths.push({ path, exported });
  }
  return sites;
}

function emitting(kind, area, i, name, constants) {
  const open = name(area, `item_${i}_opened`);
  const close = name(area, `item_${i}_closed`);
  switch (kind) {
    case "hook":
      return [
        `export function useItem${i}(id: string) {`,
        "  const capture = useCapture();",
        `  const open = () => capture("${open}", { id, source: "list" });`,
        `  const close = () => capture("${close}");`,
        "  return { open, close };",
        "}",
      ];
    case "track":
      return [
        `export const open${i} = (id: string) => track("${open}", { id });`,
        `export const close${i} = (id: string, rest: object) => {`,
        `  track("${close}", { id, ...rest });`,
        "};",
      ];
    case "constant": {
      const [key, constantArea, noun] = constants[i % constants.length];
      name(constantArea, `${noun}_opened`);
      return [
        `export const seen${i} = () => track(ANALYTICS_EVENTS.${key}, { position: ${i} });`,
        `export const open${i} = (isNew: boolean) => track(isNew ? "${open}" : "${close}");`,
      ];
    }
    case "service":
      return [
        `export async function run${i}(userId: string, count: number) {`,
        `  analytics.capture(userId, "${open}", { count });`,
        `  await analytics.capture(userId, "${close}");`,
        "}",
      ];
    default:
      return [
        `export const open${i} = () => posthog.capture("${open}");`,
        `export const close${i} = () => posthog?.capture("${close}", { at: Date.now() });`,
      ];
  }
}

function component(id, noun, verb) {
  return `
interface Props_${id} {
  title: string;
  items: readonly Item_${noun}[];
  onPick: (id: string) => void;
}

interface Item_${noun} {
  id: string;
  label: string;
}

export function View_${id}({
  title,
  items,
  onPick,
}: Props_${id}) {
  const [open, setOpen] = useState(false);
  const [text, setText] = useState("");
  const visible = items.filter((item) =>
    item.label.includes(text),
  );

  const ${verb}All = () => {
    for (const item of visible) {
      onPick(item.id);
    }
    setOpen(!open);
  };

  return (
    <section className="flex flex-col gap-2 p-4">
      <header className="flex items-center">
        <h2>{title}</h2>
        <input
          value={text}
          placeholder="Filter ${noun}s"
          onChange={(event) =>
            setText(event.target.value)
          }
        />
        <button
          type="button"
          onClick={${verb}All}
          disabled={visible.length === 0}
        >
          {open ? "Hide" : "Show"}
        </button>
      </header>
      {visible.map((item) => (
        <div
          key={item.id}
          className={open ? "block" : "hidden"}
          onClick={() => onPick(item.id)}
        >
          {item.label}
        </div>
      ))}
    </section>
  );
}`.split("\n");
}

function plain(id, noun, verb, area) {
  return `
export interface Shape_${id} {
  readonly id: string;
  readonly ${noun}Count: number;
  readonly state: "idle" | "running";
  readonly labels: Record<string, string>;
}

const DEFAULT_${id}: Shape_${id} = {
  id: "${id}",
  ${noun}Count: 0,
  state: "idle",
  labels: { area: "${area}" },
};

/** What there is of a ${noun}, ${verb}d. */
export async function ${verb}_${id}(
  input: readonly Shape_${id}[],
  limit = 20,
): Promise<Shape_${id}[]> {
  const seen = new Map<string, Shape_${id}>();
  for (const item of input) {
    if (item.state === "running") {
      continue;
    }
    const before = seen.get(item.id) ?? DEFAULT_${id};
    seen.set(item.id, {
      ...before,
      ...item,
      ${noun}Count: before.${noun}Count + 1,
    });
  }
  const sorted = [...seen.values()].sort(
    (a, b) => a.${noun}Count - b.${noun}Count,
  );
  if (sorted.length === 0) {
    throw new Error(\`no ${noun} in \${input.length}\`);
  }
  return sorted.slice(0, limit).map((item) => ({
    ...item,
    labels: {
      ...item.labels,
      ${noun}: String(item.${noun}Count),
    },
  }));
}`.split("\n");
}

const HOOK = `import posthog from "posthog-js";
import { useCallback } from "react";

/** Sends what a component names. */
export function useCapture() {
  return useCallback((name: string, properties?: Record<string, unknown>) => {
    posthog.capture(name, properties);
  }, []);
}
`;
const SERVICE = `import { PostHog } from "posthog-node";

/** Sends what a server names. */
export class AnalyticsService {
  private readonly client = new PostHog("key");
  async capture(userId: string, event: string, properties: Record<string, unknown> = {}): Promise<void> {
    this.client.capture({ distinctId: userId, event, properties });
  }
}

export const analytics = new AnalyticsService();
`;
const TRACK = `import posthog from "posthog-js";

/** Sends what a page names. */
export function track(name: string, properties?: Record<string, unknown>): void {
  posthog.capture(name, properties);
}
`;

function mulberry(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
