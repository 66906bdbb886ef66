/** What the canary test reads of dd0c's manifest. */
export interface Planted {
  readonly name: string;
  readonly type: PlantedType;
  readonly pii?: { readonly class: string; readonly handling: "hash" | "drop" | "allow" };
}

interface PlantedType {
  readonly kind: string;
  readonly name?: string;
  readonly values?: readonly unknown[];
  readonly items?: { readonly type: PlantedType; readonly pii?: Planted["pii"] };
  readonly properties?: readonly Planted[];
}

/** Named types by their names. */
export type NamedTypes = ReadonlyMap<string, PlantedType>;

/** Raw personal data that nothing but its owner may ever see, by class; each is found in no other text. */
export const CANARIES: Readonly<Record<string, string>> = {
  email: "Canary.Bird+1@secret.example",
  account_id: "918273645564",
  user_id: "U0CANARYBIRD",
  free_text: "the canary said: call me at dawn",
  other: "canary-of-no-class-77",
};
const SPELLINGS = ["canary", "secret.example", CANARIES.account_id ?? ""];

/** The canaries that a text gives away, however they are spelt; none in a text that is clean. */
export function canariesIn(text: string): string[] {
  return SPELLINGS.filter((spelling) => text.toLowerCase().includes(spelling));
}

/**
 * Properties for an event: each that is personal data holds its class's canary, and, where a guard
 * looks, each other text an e-mail address in the middle of a sentence.
 */
export function plantCanaries(
  properties: readonly Planted[],
  types: NamedTypes,
  isGuarded: boolean,
): Record<string, unknown> {
  return Object.fromEntries(
    properties.map((property) => [property.name, plant(property, types, isGuarded)]),
  );
}

function plant(
  { type, pii }: Pick<Planted, "type" | "pii">,
  types: NamedTypes,
  isGuarded: boolean,
): unknown {
  if (pii) return CANARIES[pii.class] ?? CANARIES.other;
  if (type.kind === "named") {
    const named = types.get(type.name ?? "");
    return named && plant({ type: named }, types, isGuarded);
  }
  if (type.kind === "array" && type.items) return [plant(type.items, types, isGuarded)];
  if (type.kind === "object") return plantCanaries(type.properties ?? [], types, isGuarded);
  if (type.kind === "enum") return type.values?.[0];
  if (type.kind === "boolean") return true;
  if (type.kind === "timestamp" || type.kind === "date") return "2026-11-21";
  if (type.kind === "string") return isGuarded ? `ask ${CANARIES.email}, or me` : "some text";
  return 1;
}
