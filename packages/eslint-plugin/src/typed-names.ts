import type { Rule, SourceCode } from "eslint";
import type { LintFinding } from "./lint-finding.js";
import type { Home } from "./projects.js";

/** Rules that say: the name cannot be told from the code. A type may tell it after all. */
const undecided = new Set(["dynamic-event-name", "unresolved-call"]);

/**
 * Whether the type checker knows more: a name that the code alone does not tell, whose type is a
 * union of planned names. It is asked only where the parser brings it (typescript-eslint with
 * `projectService`); without it the finding stands.
 */
export function namesByType(
  { code, span }: LintFinding,
  { sourceCode }: Rule.RuleContext,
  home: Extract<Home, { readonly file: string }>,
): boolean {
  if (!undecided.has(code)) return false;
  const typeAt = typesOf(sourceCode);
  const node = typeAt === null ? null : nodeAt(sourceCode, span.start, span.end);
  const names = typeAt === null || node === null ? null : textsOf(typeAt(node));
  const { plans } = home.project;
  return names?.every((name) => plans.eventsNamed(name).length > 0) ?? false;
}

interface NodeLike {
  readonly type: string;
  readonly range?: readonly [number, number];
}

/** As much of a type as is asked of it. */
interface TypeLike {
  readonly types?: readonly TypeLike[];
  readonly value?: unknown;
  isUnion?(): boolean;
  isStringLiteral?(): boolean;
}

/** The checker that typescript-eslint puts beside the tree; null for any other parser, and without types. */
function typesOf({ parserServices }: SourceCode): ((node: NodeLike) => TypeLike) | null {
  const ask: unknown = parserServices?.getTypeAtLocation;
  return typeof ask === "function" ? (ask as (node: NodeLike) => TypeLike) : null;
}

/** The strings that a type allows; null where it allows any other value too. */
function textsOf(type: TypeLike): readonly string[] | null {
  const parts = type.isUnion?.() === true ? (type.types ?? []) : [type];
  const texts = parts.map((part) => (part.isStringLiteral?.() === true ? part.value : null));
  const known = texts.filter((text) => typeof text === "string");
  return known.length === texts.length && known.length > 0 ? known : null;
}

/** The node that stands exactly there. */
function nodeAt({ ast, visitorKeys }: SourceCode, start: number, end: number): NodeLike | null {
  let node: NodeLike | null = ast;
  while (node !== null) {
    const [from, to] = node.range ?? [-1, -1];
    if (from === start && to === end && node.type !== "Program") return node;
    node = childAround(node, visitorKeys[node.type] ?? [], start, end);
  }
  return null;
}

function childAround(
  node: NodeLike,
  keys: readonly string[],
  start: number,
  end: number,
): NodeLike | null {
  for (const key of keys) {
    for (const child of [Reflect.get(node, key) as unknown].flat()) {
      if (!isNode(child)) continue;
      const [from, to] = child.range ?? [-1, -1];
      if (from <= start && end <= to) return child;
    }
  }
  return null;
}

function isNode(value: unknown): value is NodeLike {
  return typeof value === "object" && value !== null && "type" in value && "range" in value;
}
