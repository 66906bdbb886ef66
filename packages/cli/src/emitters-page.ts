import { emitters } from "@dd0c/track-codegen";
import * as z from "zod";

interface Shape {
  readonly description?: string;
  readonly default?: unknown;
  readonly properties?: Readonly<Record<string, Shape>>;
}

/** `docs/reference/emitters.md`: every emitter that comes with the compiler, and its options. */
export function emittersPage(): string {
  const all = Object.values(emitters);
  const list = all.map(({ name, description }) => `| [\`${name}\`](#${name}) | ${description} |`);
  const sections = all.map(({ name, description, options }) => {
    const shape = z.toJSONSchema(options, { unrepresentable: "any", io: "input" }) as Shape;
    const rows = Object.entries(shape.properties ?? {}).map(([key, option]) => {
      const usual = option.default === undefined ? "" : `\`${JSON.stringify(option.default)}\``;
      return `| \`${key}\` | ${usual} | ${escapeCell(option.description ?? "")} |`;
    });
    const table = ["| Option | Default | What it says |", "|---|---|---|", ...rows].join("\n");
    return `\n## ${name}\n\n${description}\n\n${rows.length === 0 ? "It has no options." : table}\n`;
  });
  return `<!-- Written by \`npx vitest run packages/cli/tests/language-reference.test.ts -u\`. Do not edit. -->

# Emitters

What \`emitter:\` in [\`dd0c-track.yaml\`](config.md) may be. An emitter of your own is a module that exports one:
its name goes there as a package or a path.

\`\`\`yaml
plan: schema/plan.yaml
outputs:
  - emitter: typescript
    to: src/track
    options: {}
\`\`\`

| Emitter | What it makes |
|---|---|
${list.join("\n")}
${sections.join("")}`;
}

function escapeCell(text: string): string {
  return text.replaceAll("|", "\\|").replaceAll("<", "&lt;");
}
