import type { Property } from "../../plan/property-type.js";
import type {
  ContextField,
  Event,
  NamedTypeDefinition,
  Product,
  ResolvedPlan,
} from "../../plan/resolved-plan.js";
import { Imports } from "./imports.js";
import type { TypescriptOptions } from "./options.js";
import type { Shapes } from "./shapes.js";

/** The runtimes for which there are clients. */
export const clientRuntimes = ["browser", "node", "slack"] as const;

/** One of them. */
export type ClientRuntime = (typeof clientRuntimes)[number];

/** Where a client runs, in words. */
export const whereIs: Readonly<Record<ClientRuntime, string>> = {
  browser: "in the browser",
  node: "on Node",
  slack: "in Slack",
};

/** Everything one generated file is about: a product on a runtime. */
export interface Client {
  readonly plan: ResolvedPlan;
  readonly product: Product;
  readonly runtime: ClientRuntime;
  readonly modules: TypescriptOptions["modules"];
  /** Whether tsc is to check the file. */
  readonly checked: boolean;
  /** The file's path. */
  readonly path: string;
  readonly events: readonly Event[];
  readonly types: readonly NamedTypeDefinition[];
  readonly shapes: Shapes;
  readonly imports: Imports;
  /** Context fields whose value the caller gives. */
  readonly caller: readonly ContextField[];
  /** Context fields whose value the host gives when the tracker starts. */
  readonly fromRuntime: readonly ContextField[];
}

/** One client for each product and runtime that has an event. */
export function clientsOf(
  plan: ResolvedPlan,
  options: TypescriptOptions,
  shapes: Shapes,
): readonly Client[] {
  const types = new Map(plan.types.map((type) => [type.name, type]));
  return plan.products
    .filter((product) => options.products?.includes(product.name) ?? true)
    .flatMap((product) =>
      clientRuntimes
        .filter(
          (runtime) =>
            (options.runtimes?.includes(runtime) ?? true) &&
            plan.runtimes.some((it) => it.name === runtime),
        )
        .map((runtime): Client => {
          const events = plan.events.filter(
            (event) => event.products.includes(product.name) && event.runtimes.includes(runtime),
          );
          const context = plan.context.filter((field) => field.runtimes.includes(runtime));
          return {
            plan,
            product,
            runtime,
            modules: options.modules,
            checked: options.checked,
            path: `${product.implicit ? "" : `${product.name}/`}${runtime}.ts`,
            events,
            types: typesUsed(
              [...events.flatMap((event) => event.properties), ...everyTrait(plan), ...context],
              types,
            ),
            shapes,
            imports: new Imports(),
            caller: context.filter((field) => field.from === "caller"),
            fromRuntime: context.filter((field) => field.from === "runtime"),
          };
        }),
    )
    .filter((client) => client.events.length > 0);
}

/** Properties of persons, groups and super-properties. */
function everyTrait(plan: ResolvedPlan): readonly Property[] {
  return [
    ...plan.person.traits,
    ...plan.superProperties,
    ...plan.groups.flatMap((group) => group.traits),
  ];
}

/** The named types that properties use, and those that these use in turn. */
function typesUsed(
  properties: readonly Property[],
  types: ReadonlyMap<string, NamedTypeDefinition>,
): readonly NamedTypeDefinition[] {
  const used = new Set<NamedTypeDefinition>();
  const visit = (type: Property["type"]): void => {
    if (type.kind === "array") visit(type.items.type);
    if (type.kind === "map") visit(type.values.type);
    if (type.kind === "union") for (const branch of type.anyOf) visit(branch.type);
    if (type.kind === "object") for (const property of type.properties) visit(property.type);
    if (type.kind !== "named") return;
    const named = types.get(type.name);
    if (named === undefined || used.has(named)) return;
    used.add(named);
    visit(named.type);
  };
  for (const { type } of properties) visit(type);
  return [...used].sort((a, b) => (a.name < b.name ? -1 : 1));
}
