import type { ContextField, Property } from "@dd0c/track-codegen";

/**
 * What a context field guarantees of every event: `tenant`, where it is the key of a group that every
 * event names; `product`, where the client says which product it is of. Null: nothing that reports
 * cannot do without.
 */
export function guaranteeOf(property: Property): "tenant" | "product" | null {
  if (!isField(property) || !property.required) return null;
  if (property.group !== null) return "tenant";
  return property.from === "client" && property.value === "product" ? "product" : null;
}

function isField(property: Property): property is ContextField {
  return "from" in property;
}
