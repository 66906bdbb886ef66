// Makes codegen/resolved-plan.schema.json, the JSON Schema of what `dd0c-track resolve --json` prints, from
// the interfaces in codegen/src/plan: the types are the one definition, ts-morph reads them.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Node, Project } from "ts-morph";
import { root } from "./steps.mjs";

const output = join(root, "codegen", "resolved-plan.schema.json");
const sources = ["resolved-plan.ts", "property-type.ts", "origin.ts"].map((name) =>
  join(root, "codegen", "src", "plan", name),
);

/** Writes the schema, or with `check` says whether the one on disk is right. */
export async function resolvedPlanSchema({ check }) {
  const text = `${JSON.stringify(schema(), null, 2)}\n`;
  let now = "";
  try {
    now = readFileSync(output, "utf8");
  } catch {
    // There is none yet.
  }
  if (now === text) return true;
  if (check) console.error("codegen/resolved-plan.schema.json is stale: run `npm run generate`.");
  else writeFileSync(output, text);
  return !check;
}

function schema() {
  const project = new Project({
    tsConfigFilePath: join(root, "codegen", "tsconfig.json"),
    skipAddingFilesFromTsConfig: true,
  });
  const definitions = {};
  for (const file of project.addSourceFilesAtPaths(sources)) {
    for (const declaration of [...file.getInterfaces(), ...file.getTypeAliases()]) {
      definitions[declaration.getName()] = declarationSchema(declaration);
    }
  }
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    $id: "https://dd0c.dev/schemas/resolved-plan-1.json",
    title: "A resolved tracking plan, format 1",
    $comment: "Generated from codegen/src/plan by `npm run generate`. Do not edit.",
    $ref: "#/$defs/ResolvedPlan",
    $defs: Object.fromEntries(Object.entries(definitions).sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}

function declarationSchema(declaration) {
  const about = describe(declaration);
  if (Node.isTypeAliasDeclaration(declaration))
    return { ...about, ...typeSchema(declaration.getTypeNodeOrThrow()) };
  return { ...about, ...objectSchema(membersOf(declaration)) };
}

/** An interface's members, with those that it inherits. */
function membersOf(declaration) {
  const files = declaration.getProject().getSourceFiles();
  const inherited = declaration.getExtends().flatMap((base) => {
    const name = base.getExpression().getText();
    return files.flatMap((file) => file.getInterface(name) ?? []).flatMap(membersOf);
  });
  return [...inherited, ...declaration.getMembers()];
}

function objectSchema(members) {
  const index = members.find((member) => Node.isIndexSignatureDeclaration(member));
  if (index !== undefined)
    return { type: "object", additionalProperties: typeSchema(index.getReturnTypeNode()) };
  const properties = {};
  for (const member of members.filter((it) => Node.isPropertySignature(it))) {
    properties[member.getName()] = {
      ...describe(member),
      ...typeSchema(member.getTypeNodeOrThrow()),
    };
  }
  return {
    type: "object",
    properties,
    required: Object.keys(properties),
    additionalProperties: false,
  };
}

function typeSchema(node) {
  if (Node.isParenthesizedTypeNode(node)) return typeSchema(node.getTypeNode());
  if (Node.isTypeOperatorTypeNode(node)) return typeSchema(node.getTypeNode());
  if (Node.isArrayTypeNode(node))
    return { type: "array", items: typeSchema(node.getElementTypeNode()) };
  if (Node.isTypeLiteral(node)) return objectSchema(node.getMembers());
  if (Node.isLiteralTypeNode(node)) return literalSchema(node.getLiteral());
  if (Node.isUnionTypeNode(node)) return unionSchema(node.getTypeNodes().map(typeSchema));
  if (Node.isTypeReference(node)) return { $ref: `#/$defs/${node.getTypeName().getText()}` };
  return { type: node.getText() };
}

function literalSchema(literal) {
  if (literal.getText() === "null") return { type: "null" };
  return {
    const: Node.isStringLiteral(literal)
      ? literal.getLiteralValue()
      : JSON.parse(literal.getText()),
  };
}

function unionSchema(parts) {
  if (parts.every((part) => "const" in part)) return { enum: parts.map((part) => part.const) };
  const plain = parts.every(
    (part) => typeof part.type === "string" && Object.keys(part).length === 1,
  );
  return plain ? { type: parts.map((part) => part.type) } : { anyOf: parts };
}

function describe(node) {
  const text = node
    .getJsDocs()
    .map((doc) => doc.getDescription().trim().replace(/\s+/g, " "))
    .join(" ");
  return text === "" ? {} : { description: text };
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  await resolvedPlanSchema({ check: process.argv.includes("--check") });
