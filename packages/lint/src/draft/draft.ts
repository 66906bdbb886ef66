/** A plan in the making: what was found in code or in another tool's export, before it is YAML. */
export interface Draft {
  /** The plan's name; made into a handle when printed. */
  readonly name: string;
  readonly description: string;
  readonly runtimes: readonly string[];
  /** Lines of the comment at the head of the file. */
  readonly notes: readonly string[];
  readonly events: readonly DraftEvent[];
  /** Properties of which nobody said whose they are; they become the plan's shared ones. */
  readonly properties?: readonly DraftProperty[];
}

/** An event of a draft. */
export interface DraftEvent {
  readonly name: string;
  readonly description: string;
  readonly trigger?: string;
  readonly tags?: readonly string[];
  readonly runtimes?: readonly string[];
  readonly deprecated?: { readonly reason: string; readonly replacedBy?: string };
  /** Lines of the comment above it: call sites, what is to be reviewed. */
  readonly notes: readonly string[];
  readonly properties: readonly DraftProperty[];
}

/** A property of an event of a draft. */
export interface DraftProperty {
  readonly name: string;
  readonly description: string;
  readonly required: boolean;
  readonly type: DraftType;
  readonly nullable?: boolean;
  /** A class of personal data that its name gives away; hashed or dropped until somebody decides. */
  readonly pii?: { readonly class: string; readonly handling: "hash" | "drop" };
  readonly examples?: readonly (string | number | boolean)[];
  readonly notes: readonly string[];
}

/** What a value is, as far as a draft can say; `unknown` is printed as any scalar. */
export type DraftType =
  | { readonly kind: "unknown" }
  | { readonly kind: "boolean" | "timestamp" | "date" }
  | {
      readonly kind: "string";
      readonly format?: string;
      readonly pattern?: string;
      readonly minLength?: number;
      readonly maxLength?: number;
    }
  | { readonly kind: "integer" | "number"; readonly min?: number; readonly max?: number }
  | {
      readonly kind: "enum";
      readonly values: readonly (string | number | boolean)[];
      readonly open?: boolean;
    }
  | { readonly kind: "array"; readonly items: DraftType }
  | { readonly kind: "map"; readonly values: DraftType }
  | { readonly kind: "object"; readonly properties: readonly DraftProperty[] }
  | { readonly kind: "union"; readonly anyOf: readonly DraftType[] };
