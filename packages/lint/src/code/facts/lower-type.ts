import type {
  Expression,
  PropertyKey,
  TSSignature,
  TSType,
  TSTypeAnnotation,
  TSTypeReference,
} from "oxc-parser";
import { at, type Draft, refer } from "./draft.js";
import type { Expr } from "./expr.js";
import { lowerExpression } from "./lower-expression.js";
import type { TypeExpr, TypeMember } from "./type-expr.js";

const plain = (n: string): TypeExpr => ({ t: "plain", n });

/** The type of an annotation; nothing where there is none. */
export function lowerAnnotation(
  draft: Draft,
  annotation: TSTypeAnnotation | null | undefined,
): TypeExpr | undefined {
  return annotation ? lowerType(draft, annotation.typeAnnotation) : undefined;
}

/** A type, as much of it as can matter. What cannot is `plain`, by its keyword. */
export function lowerType(draft: Draft, type: TSType): TypeExpr {
  switch (type.type) {
    case "TSParenthesizedType":
      return lowerType(draft, type.typeAnnotation);
    case "TSLiteralType": {
      const { literal } = type;
      if (literal.type === "Literal" && isPlainValue(literal.value))
        return { t: "literal", v: literal.value };
      if (literal.type === "TemplateLiteral" && literal.expressions.length === 0)
        return { t: "literal", v: literal.quasis[0]?.value.cooked ?? "" };
      return plain("unknown");
    }
    case "TSUnionType":
      return { t: "union", of: type.types.map((it) => lowerType(draft, it)) };
    case "TSIntersectionType":
      return { t: "both", of: type.types.map((it) => lowerType(draft, it)) };
    case "TSTypeReference": {
      const args = type.typeArguments?.params.map((it) => lowerType(draft, it)) ?? [];
      return { t: "ref", n: entityName(type.typeName), args };
    }
    case "TSTypeQuery": {
      const { exprName } = type;
      if (exprName.type === "TSImportType") return lowerType(draft, exprName);
      return { t: "typeof", x: entityExpr(draft, exprName) };
    }
    case "TSTypeOperator": {
      const of = lowerType(draft, type.typeAnnotation);
      return type.operator === "keyof" ? { t: "keyof", of } : of;
    }
    case "TSIndexedAccessType":
      return {
        t: "indexed",
        of: lowerType(draft, type.objectType),
        by: lowerType(draft, type.indexType),
      };
    case "TSFunctionType":
      return {
        t: "function",
        params: type.params.map((it) => paramType(draft, it)),
        returns: lowerAnnotation(draft, type.returnType) ?? null,
      };
    case "TSTypeLiteral":
      return { t: "object", members: lowerMembers(draft, type.members) };
    case "TSArrayType":
      return { t: "array", of: lowerType(draft, type.elementType) };
    case "TSTupleType":
      return {
        t: "tuple",
        of: type.elementTypes.map((it) => {
          if (it.type === "TSOptionalType" || it.type === "TSRestType")
            return lowerType(draft, it.typeAnnotation as TSType);
          if (it.type === "TSNamedTupleMember") return lowerType(draft, it.elementType as TSType);
          return lowerType(draft, it);
        }),
      };
    case "TSTemplateLiteralType":
      return {
        t: "template",
        texts: type.quasis.map((it) => it.value.cooked ?? it.value.raw),
        holes: type.types.map((it) => lowerType(draft, it)),
      };
    case "TSImportType": {
      const names = type.qualifier ? entityName(type.qualifier as TSTypeReference["typeName"]) : [];
      return { t: "import", m: String(type.source.value), n: names };
    }
    case "TSMappedType":
      return { t: "both", of: type.typeAnnotation ? [lowerType(draft, type.typeAnnotation)] : [] };
    case "TSConditionalType":
      return {
        t: "union",
        of: [lowerType(draft, type.trueType), lowerType(draft, type.falseType)],
      };
    case "TSStringKeyword":
      return plain("string");
    case "TSNumberKeyword":
      return plain("number");
    case "TSBooleanKeyword":
      return plain("boolean");
    case "TSAnyKeyword":
      return plain("any");
    case "TSNullKeyword":
    case "TSUndefinedKeyword":
    case "TSVoidKeyword":
    case "TSNeverKeyword":
      return plain("nothing");
    default:
      return plain("unknown");
  }
}

/** The members of an interface or of an object type. */
export function lowerMembers(draft: Draft, members: readonly TSSignature[]): TypeMember[] {
  const result: TypeMember[] = [];
  for (const member of members) {
    if (member.type === "TSPropertySignature") {
      const k = keyName(member.key, member.computed);
      if (k !== null)
        result.push({ k, type: lowerAnnotation(draft, member.typeAnnotation) ?? null });
    } else if (
      member.type === "TSMethodSignature" ||
      member.type === "TSCallSignatureDeclaration"
    ) {
      const k = member.type === "TSMethodSignature" ? keyName(member.key, member.computed) : "()";
      if (k === null) continue;
      const returns = lowerAnnotation(draft, member.returnType) ?? null;
      const isGetter = member.type === "TSMethodSignature" && member.kind === "get";
      const params = member.params.map((it) => paramType(draft, it));
      result.push({ k, type: isGetter ? returns : { t: "function", params, returns } });
    }
  }
  return result;
}

/** A key that is written out, as a name. */
export function keyName(key: PropertyKey, isComputed: boolean): string | null {
  if (key.type === "Identifier" && !isComputed) return key.name;
  if (key.type === "PrivateIdentifier") return `#${key.name}`;
  if (key.type === "Literal") return String(key.value);
  if (key.type === "TemplateLiteral" && key.expressions.length === 0)
    return key.quasis[0]?.value.cooked ?? null;
  return null;
}

/** `A.B.C` as names. */
export function entityName(name: TSTypeReference["typeName"]): string[] {
  if (name.type === "Identifier") return [name.name];
  if (name.type === "ThisExpression") return ["this"];
  return [...entityName(name.left), name.right.name];
}

/** `A.B` in `implements A.B`. */
export function entityExprName(node: Expression): string[] {
  if (node.type === "Identifier") return [node.name];
  if (node.type === "MemberExpression" && node.property.type === "Identifier")
    return [...entityExprName(node.object), node.property.name];
  return [];
}

function entityExpr(draft: Draft, name: TSTypeReference["typeName"]): Expr {
  if (name.type === "Identifier") return refer(draft, name.name, at(draft, name));
  if (name.type === "ThisExpression") return lowerExpression(draft, name);
  const of = entityExpr(draft, name.left);
  return { t: "member", at: at(draft, name), of, key: name.right.name };
}

function paramType(draft: Draft, param: object): TypeExpr | null {
  // A rest parameter's element is what one argument is.
  const { typeAnnotation, left, argument } = param as {
    typeAnnotation?: TSTypeAnnotation | null;
    left?: object;
    argument?: object;
  };
  if (typeAnnotation) return lowerType(draft, typeAnnotation.typeAnnotation);
  return left ? paramType(draft, left) : argument ? paramType(draft, argument) : null;
}

function isPlainValue(value: unknown): value is string | number | boolean | null {
  return value === null || ["string", "number", "boolean"].includes(typeof value);
}
