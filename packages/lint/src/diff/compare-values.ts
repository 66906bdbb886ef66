import { arrivesNull, type PropertyType, type PropertyValue } from "@dd0c/track-codegen";
import { acceptsSource, type ClientSide } from "./accepts-source.js";
import { acceptsWire } from "./accepts-wire.js";
import { compareBounds, numericKinds } from "./compare-bounds.js";
import { compareEnums } from "./compare-enums.js";
import type { Difference } from "./difference.js";
import { type NamedValues, unwrapped } from "./value.js";

/** Both plans' named types, and the clients in which the value is passed. */
export interface ValueScope {
  readonly baseTypes: NamedValues;
  readonly headTypes: NamedValues;
  readonly sides: readonly ClientSide[];
  /** Whether clients fill constants in by themselves, so that nobody passes them. */
  readonly constantsAreFilled: boolean;
}

/**
 * How two values differ, apart from what is inside objects, lists and maps that both are. Values that
 * never leave are not compared; of hashed ones only what calls pass is.
 */
export function compareValues(
  base: PropertyValue,
  head: PropertyValue,
  scope: ValueScope,
): readonly Difference[] {
  const from = unwrapped(base, scope.baseTypes);
  const to = unwrapped(head, scope.headTypes);
  if (from.pii?.handling === "drop" || to.pii?.handling === "drop") return [];
  const found = compareTypes(bare(from), bare(to), scope, isVisible(from, to, scope));
  const kept = isHashed(from) || isHashed(to) ? found.filter(({ source }) => source) : found;
  const visible = isVisible(from, to, scope);
  return [
    ...compareNulls(from, to, scope),
    ...kept.map((it) => (it.source && !visible ? { ...it, source: false } : it)),
  ];
}

function isHashed({ pii }: PropertyValue): boolean {
  return pii?.handling === "hash";
}

/** Whether a call passes the value itself somewhere: a browser passes hashes of what is hashed. */
function isVisible(from: PropertyValue, to: PropertyValue, { sides }: ValueScope): boolean {
  return sides.some((side) => side === "server" || (!isHashed(from) && !isHashed(to)));
}

/** A value without null and without what is done to it: its type alone. */
function bare({ type }: PropertyValue): PropertyValue {
  return { type, nullable: false, description: null, pii: null };
}

function compareNulls(
  from: PropertyValue,
  to: PropertyValue,
  { baseTypes, headTypes, sides }: ValueScope,
): readonly Difference[] {
  const was = arrivesNull(from, baseTypes);
  const is = arrivesNull(to, headTypes);
  if (was === is) return [];
  if (is) return [{ kind: "null_added", source: false, wire: false }];
  return [{ kind: "null_removed", source: sides.length > 0, wire: true }];
}

function compareTypes(
  from: PropertyValue,
  to: PropertyValue,
  scope: ValueScope,
  visible: boolean,
): readonly Difference[] {
  const base = from.type;
  const head = to.type;
  if (base.kind === "const" && head.kind === "const" && base.value !== head.value) {
    const source = visible && !scope.constantsAreFilled;
    return [{ kind: "constant", base: base.value, head: head.value, source, wire: true }];
  }
  if (scope.constantsAreFilled && (base.kind === "const") !== (head.kind === "const"))
    return [
      { kind: "changed", ...breaks(from, to, scope), source: visible && head.kind === "const" },
    ];
  if (base.kind === "enum" && head.kind === "enum") return compareEnums(base, head);
  if (isSameFamily(base, head)) return compareBounds(base, head);
  if (base.kind === "json_schema" || head.kind === "json_schema") {
    const isSame = JSON.stringify(base) === JSON.stringify(head);
    return isSame ? [] : [{ kind: "undecided", source: visible, wire: true }];
  }
  return relate(from, to, scope);
}

function isSameFamily(base: PropertyType, head: PropertyType): boolean {
  if (numericKinds.has(base.kind) && numericKinds.has(head.kind)) return true;
  const families: readonly PropertyType["kind"][] = ["string", "array", "map", "object"];
  return base.kind === head.kind && families.includes(base.kind);
}

/** Whether old calls and old senders are refused. */
function breaks(
  from: PropertyValue,
  to: PropertyValue,
  { baseTypes, headTypes, sides }: ValueScope,
): { readonly source: boolean; readonly wire: boolean } {
  const view = { callTypes: baseTypes, clientTypes: headTypes };
  return {
    source: sides.some((client) => !acceptsSource(to, from, { client, ...view })),
    wire: !acceptsWire(to, from, { sent: baseTypes, planned: headTypes }),
  };
}

/** Two types of different kinds: which takes more. What arrives decides; where that is equal, what calls may pass. */
function relate(from: PropertyValue, to: PropertyValue, scope: ValueScope): readonly Difference[] {
  const { baseTypes, headTypes } = scope;
  const forward = breaks(from, to, scope);
  const back = breaks(to, from, { ...scope, baseTypes: headTypes, headTypes: baseTypes });
  const base = from.type;
  const head = to.type;
  if (!forward.wire && !back.wire && !forward.source && !back.source) return [];
  if ((base.kind === "array") !== (head.kind === "array")) return [{ kind: "list", ...forward }];
  if (base.kind === "enum" && !base.open && !forward.wire && isPlain(head))
    return [{ kind: "enum_dropped", ...forward }];
  if (head.kind === "enum" && !head.open && !back.wire && isPlain(base))
    return [{ kind: "enum_introduced", ...forward }];
  if (forward.wire && back.wire) return [{ kind: "changed", ...forward }];
  const onWire = forward.wire || back.wire;
  const refused = onWire ? forward.wire : forward.source;
  const taken = onWire ? back.wire : back.source;
  if (refused === taken) return [{ kind: "changed", ...forward }];
  return [{ kind: refused ? "narrowed" : "widened", ...forward }];
}

function isPlain({ kind }: PropertyType): boolean {
  return kind === "string" || kind === "integer" || kind === "number" || kind === "boolean";
}
