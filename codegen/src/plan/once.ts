import type { Definition } from "./collect.js";
import { mostReferences } from "./limits.js";
import type { Report } from "./report.js";

/** Resolves each definition when it is first asked for, and finds those that lead back to themselves. */
export class Once {
  readonly #report: Report;
  /** What is being resolved right now; meeting one of these again is a circle. */
  readonly #open = new Set<string>();

  constructor(report: Report) {
    this.#report = report;
  }

  /** What a definition comes to, from `done` or now; null where there is none, or it cannot be resolved. */
  resolve<Resolved>(
    definition: Definition<unknown> | undefined,
    kind: string,
    done: Map<string, Resolved | null>,
    resolve: (definition: Definition<unknown>) => Resolved | null,
  ): Resolved | null {
    if (definition === undefined) return null;
    const { name } = definition;
    const known = done.get(name);
    if (known !== undefined) return known;
    const key = `${kind} ${name}`;
    if (this.#open.has(key)) return this.#circle(key, definition);
    if (this.#open.size >= mostReferences) return this.#tooDeep(definition);
    this.#open.add(key);
    const resolved = resolve(definition);
    this.#open.delete(key);
    done.set(name, resolved);
    return resolved;
  }

  #circle(key: string, { name, span }: Definition<unknown>): null {
    const open = [...this.#open];
    const way = [...open.slice(open.indexOf(key)), key].map((it) => it.replace(/^\w+ /, ""));
    this.#report.add(
      "reference-cycle",
      span,
      `"${name}" leads back to itself: ${way.join(" → ")}.`,
      { help: "Take one of the references out." },
    );
    return null;
  }

  #tooDeep({ name, span }: Definition<unknown>): null {
    this.#report.add(
      "plan-too-large",
      span,
      `"${name}" is reached through more than ${mostReferences} definitions.`,
      { help: "Let fewer definitions lead to one another." },
    );
    return null;
  }
}
