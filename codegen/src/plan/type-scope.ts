import type { PropertySpec } from "../language/kinds/index.js";
import { brokenType } from "./broken-type.js";
import type { PlanScope } from "./definitions.js";
import { expectWord } from "./expect-word.js";
import { inlineJsonSchema } from "./json-schema-files.js";
import type { PropertyValue } from "./property-type.js";
import { resolveProperties } from "./resolve-properties.js";
import { resolveProperty } from "./resolve-property.js";
import type { TypeScope } from "./resolve-type.js";
import { sortProperties } from "./sort-properties.js";
import type { Writing } from "./writing.js";

/** What the type of a property needs: its nested values, the plan's named types, files, findings. */
export function typeScope({ located }: Writing, scope: PlanScope): TypeScope {
  const { report, files } = scope;
  return {
    value: (spec, key, owner) => nestedValue(spec, key, { owner, located, lineage: [] }, scope),
    object: (properties) => {
      const writing = { owner: properties, located, lineage: [] };
      const members = resolveProperties({ properties }, writing, scope);
      return { kind: "object", properties: sortProperties(members) };
    },
    named: (name, owner) => {
      const { definitions } = scope;
      if (definitions.type(name) !== null) return name;
      if (definitions.writes("type", name)) return null;
      expectWord(name, definitions.names("type"), located.valueSpan(owner, "name"), report, {
        code: "ref-unknown",
        what: "type",
        where: "`types:`",
      });
      return null;
    },
    jsonSchema: (schema, owner) => inlineJsonSchema(schema, owner, located, files, report),
    report: (code, span, message) => report.add(code, span, message),
    span: (owner, key) => located.valueSpan(owner, key),
  };
}

function nestedValue(
  spec: PropertySpec,
  key: string | number,
  writing: Writing,
  scope: PlanScope,
): PropertyValue {
  const property = resolveProperty(String(key), spec, writing, scope);
  if (property === null) return { type: brokenType, nullable: false, description: null, pii: null };
  const { type, nullable, description, pii } = property;
  return { type, nullable, description, pii };
}
