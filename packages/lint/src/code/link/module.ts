import type { Expr } from "../facts/expr.js";
import type { CallFact, ClassFact, Facts, FunctionFact } from "../facts/facts.js";
import type { TypeDecl } from "../facts/type-expr.js";

/** A file's facts with what is looked up by name. One object for one file, so identity is equality. */
export interface Module {
  readonly file: string;
  readonly facts: Facts;
  readonly functions: readonly Fn[];
  readonly classes: readonly Cls[];
  readonly exports: ReadonlyMap<string, Expr>;
  readonly types: ReadonlyMap<string, TypeDecl>;
  readonly typeBindings: ReadonlyMap<string, number>;
  /** Values given to keys of a binding: `track.event = …`. */
  readonly assigns: ReadonlyMap<number, readonly (readonly [string, Expr])[]>;
}

/** A function; the key under which emitters are known. */
export interface Fn {
  readonly module: Module;
  readonly i: number;
  readonly fact: FunctionFact;
}

/** A class. */
export interface Cls {
  readonly module: Module;
  readonly i: number;
  readonly fact: ClassFact;
  /** What is assigned to it from outside: `Analytics.instance = new Analytics()`. */
  readonly added: Map<string, Expr[]>;
}

/** A call in a file. */
export interface CallRef {
  readonly module: Module;
  readonly i: number;
  readonly fact: CallFact;
}

/** Makes a module of facts. */
export function createModule(file: string, facts: Facts): Module {
  const functions: Fn[] = [];
  const classes: Cls[] = [];
  const assigns = new Map<number, (readonly [string, Expr])[]>();
  const exports = new Map<string, Expr>();
  for (const { n, value } of facts.exports) if (!exports.has(n)) exports.set(n, value);
  const module: Module = {
    file,
    facts,
    functions,
    classes,
    exports,
    types: new Map(facts.types.map((it) => [it.n, it])),
    typeBindings: new Map(facts.typeNames),
    assigns,
  };
  facts.functions.forEach((fact, i) => {
    functions.push({ module, i, fact });
  });
  facts.classes.forEach((fact, i) => {
    classes.push({ module, i, fact, added: new Map() });
  });
  for (const [binding, key, value] of facts.assigns) {
    const list = assigns.get(binding) ?? [];
    list.push([key, value]);
    assigns.set(binding, list);
    for (const def of facts.bindings[binding]?.defs ?? []) {
      const added = def.t === "class" ? classes[def.i]?.added : undefined;
      if (added) added.set(key, [...(added.get(key) ?? []), value]);
    }
  }
  return module;
}

/** A class's constructor. */
export function constructorOf({ module, fact }: Cls): Fn | null {
  const member = fact.members.find((it) => it.kind === "constructor");
  const [def] = member?.defs ?? [];
  return def?.t === "function" ? (module.functions[def.i] ?? null) : null;
}

/** The functions whose parameters can be read from a place: those around it, and its class's constructor. */
export function readable(module: Module, f: number): readonly Fn[] {
  const found = [...around(module, f)];
  for (const { fact } of found) {
    const cls = module.classes[fact.c];
    const made = cls ? constructorOf(cls) : null;
    if (made) return [...new Set([...found, made])];
  }
  return found;
}

/** The functions around a function, the nearest first, itself included. */
export function* around(module: Module, f: number): Generator<Fn> {
  for (let here = f; here >= 0; ) {
    const fn = module.functions[here];
    if (!fn) return;
    yield fn;
    here = fn.fact.up;
  }
}
