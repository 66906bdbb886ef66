import { pascalCase, stringLiteral } from "../../print/names.js";
import type { ClientRuntime } from "./client.js";
import type { TypescriptOptions } from "./options.js";

/** What core offers to generated code. */
type CoreName =
  | "CallOptions"
  | "ClientPlan"
  | "CreateTracker"
  | "Exact"
  | "ExactDeep"
  | "Hashed"
  | "IdentifyOptions"
  | "TrackByName";

/** The imports of one generated file: only names that its code has asked for. */
export class Imports {
  readonly #core = new Set<CoreName>();
  readonly #shapes = new Map<string, string>();

  /** A name of core, for use in code. */
  core(name: CoreName): CoreName {
    this.#core.add(name);
    return name;
  }

  /** The name of a raw shape, whose file has this path from the output folder; for use in code. */
  shape(name: string, file: string): string {
    this.#shapes.set(name, file);
    return name;
  }

  /** Everything that other imports have asked for, too. */
  take(other: Imports): void {
    for (const name of other.#core) this.#core.add(name);
    for (const [name, file] of other.#shapes) this.#shapes.set(name, file);
  }

  /** The import lines, a name a line, so that another name is another line. `path`: of the file itself. */
  lines(
    runtime: ClientRuntime,
    modules: TypescriptOptions["modules"],
    path: string,
  ): readonly string[] {
    const Runtime = pascalCase([runtime]);
    const up = path.includes("/") ? ".." : ".";
    const shapes = [...this.#shapes].sort(([a], [b]) => (a < b ? -1 : 1));
    return [
      ...list("import type", [...this.#core].sort(), modules.core),
      ...list(
        "import",
        [`create${Runtime}Tracker`, `type ${Runtime}Tracker`, `type ${Runtime}TrackerOptions`],
        modules[runtime],
      ),
      ...shapes.map(
        ([name, file]) => `import type { ${name} } from ${stringLiteral(`${up}/${file}.js`)};`,
      ),
    ];
  }
}

function list(head: string, names: readonly string[], from: string): readonly string[] {
  return [`${head} {`, ...names.map((name) => `  ${name},`), `} from ${stringLiteral(from)};`];
}
