import { compilePlan, emitters, memoryFiles, planJsonSchema } from "@dd0c/track-codegen";
import { kindExamples } from "./kind-examples.js";

interface Shape {
  readonly $ref?: string;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly required?: readonly string[];
  readonly enum?: readonly string[];
  readonly enumDescriptions?: readonly string[];
  readonly anyOf?: readonly Shape[];
  readonly allOf?: readonly Shape[];
}

/** `docs/reference/kinds.md`: every kind of property, its fields, and what an example of it becomes. */
export async function kindsPage(): Promise<string> {
  const definitions = planJsonSchema().definitions as Readonly<Record<string, Shape>>;
  const typed = definitions.property?.anyOf?.flatMap((it) => it.properties?.type ?? []) ?? [];
  const [{ enum: names = [], enumDescriptions = [] } = {}] = typed;
  const fields = (name: string): Readonly<Record<string, Shape>> =>
    Object.fromEntries(
      Object.entries(definitions[`${name}_property`]?.properties ?? {}).map(([field, shape]) => {
        const shared = definitions[(shape.$ref ?? shape.allOf?.[0]?.$ref)?.split("/").at(-1) ?? ""];
        return [field, { ...shared, ...shape }];
      }),
    );
  const common = Object.keys(fields(names[0] ?? "")).filter((field) =>
    names.every((name) => field in fields(name)),
  );
  const types = await emittedTypes(names);
  const sections = names.map((name, index) => {
    const own = Object.entries(fields(name)).filter(([field]) => !common.includes(field));
    const required = definitions[`${name}_property`]?.required ?? [];
    // VitePress makes another anchor of a heading with an underscore.
    const anchor = name.includes("_") ? `<a id="${name}"></a>` : "";
    return `\n## ${anchor}${name}\n\n${enumDescriptions[index]}\n\n${[
      `\`\`\`yaml\n${kindExamples[name]}\n\`\`\``,
      ...(types.get(name) === undefined ? [] : [`\`\`\`ts\n${types.get(name)}\n\`\`\``]),
      ...(own.length === 0 ? [] : [table(own, required)]),
    ].join("\n\n")}\n`;
  });
  const list = names.map(
    (name, index) => `| [\`${name}\`](#${name}) | ${enumDescriptions[index]} |`,
  );
  const shared = common
    .filter((field) => field !== "type")
    .map((field) => [field, fields(names[0] ?? "")[field] ?? {}] as const);
  return `<!-- Written by \`npx vitest run packages/cli/tests/language-reference.test.ts -u\`. Do not edit. -->

# Kinds of properties

What a property's \`type:\` may be, and what each kind takes. Below each example stands what the generated
client makes of it.

| Kind | What it holds |
|---|---|
${list.join("\n")}

## Every kind

${table(shared, [])}
${sections.join("")}`;
}

function table(fields: readonly (readonly [string, Shape])[], required: readonly string[]): string {
  const rows = fields
    .filter(([, { description }]) => description !== undefined)
    .map(([field, { description = "" }]) => {
      const need = required.includes(field) ? "required" : "";
      return `| \`${field}\` | ${need} | ${description.replaceAll("|", "\\\\|").replaceAll("<", "&lt;")} |`;
    });
  return ["| Field | | What it says |", "|---|---|---|", ...rows].join("\n");
}

/** By kind: the member of the generated interface. A kind whose example does not compile is a bug. */
async function emittedTypes(names: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const examples = names.map((name) => {
    const example = kindExamples[name];
    if (example === undefined) throw new Error(`There is no example of the kind ${name}.`);
    return [name, example] as const;
  });
  const properties = examples.flatMap(([, example]) =>
    example.split("\n").map((line) => `      ${line}`),
  );
  const text = `plan: kinds
runtimes: [node]
types:
  place: { type: object, description: A place., properties: { city: { type: string, description: The city. } } }
events:
  kinds_shown:
    description: Shows every kind.
    properties:
${properties.join("\n")}
`;
  const { plan, diagnostics } = compilePlan("plan.yaml", memoryFiles({ "plan.yaml": text }));
  if (plan === null) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  const emitter = emitters.typescript;
  const files = (await emitter?.emit(plan, emitter.options.parse({}))) ?? [];
  const client = files.map((file) => file.text).join("\n");
  return new Map(
    examples.flatMap(([name, example]) => {
      const property = /^\w+/.exec(example)?.[0] ?? "";
      const member = new RegExp(`^  readonly ${property}\\??: (?:.*;$|[^]*?^  };$)`, "m").exec(
        client,
      )?.[0];
      return member === undefined ? [] : [[name, member.replace(/^ {2}/gm, "")] as const];
    }),
  );
}
