import type { BindingPattern, ModuleDeclaration, ModuleExportName } from "oxc-parser";
import { at, type Draft, declare, refer } from "./draft.js";
import type { Expr } from "./expr.js";
import type { ImportFact } from "./facts.js";
import { lowerExpression } from "./lower-expression.js";
import { lowerDeclaration } from "./lower-statement.js";

/** An import or export. */
export function lowerModule(draft: Draft, node: ModuleDeclaration): void {
  const place = at(draft, node);
  switch (node.type) {
    case "ImportDeclaration": {
      const m = node.source.value;
      const names: string[] = [];
      for (const specifier of node.specifiers) {
        const n =
          specifier.type === "ImportSpecifier"
            ? nameOf(specifier.imported)
            : specifier.type === "ImportDefaultSpecifier"
              ? "default"
              : "*";
        names.push(n);
        const value: Expr = { t: "import", at: at(draft, specifier), m, n };
        const b = declare(draft, draft.scope, specifier.local.name, [value]);
        draft.facts.typeNames.push([specifier.local.name, b]);
      }
      addImport(draft, { m, names, at: place }, node.importKind === "type");
      return;
    }
    case "ExportAllDeclaration": {
      const m = node.source.value;
      addImport(draft, { m, names: ["*"], at: place }, node.exportKind === "type");
      if (!node.exported) draft.facts.stars.push(m);
      else
        draft.facts.exports.push({
          n: nameOf(node.exported),
          value: { t: "import", at: place, m, n: "*" },
        });
      return;
    }
    case "ExportNamedDeclaration": {
      if (node.source) {
        const m = node.source.value;
        for (const { local, exported } of node.specifiers) {
          const value: Expr = { t: "import", at: place, m, n: nameOf(local) };
          draft.facts.exports.push({ n: nameOf(exported), value });
        }
        const names = node.specifiers.map((it) => nameOf(it.local));
        addImport(draft, { m, names, at: place }, node.exportKind === "type");
        return;
      }
      for (const { local, exported } of node.specifiers)
        draft.facts.exports.push({
          n: nameOf(exported),
          value: refer(draft, nameOf(local), at(draft, local)),
        });
      if (node.declaration) {
        lowerDeclaration(draft, node.declaration);
        for (const name of declaredNames(node.declaration))
          draft.facts.exports.push({ n: name, value: refer(draft, name, place) });
      }
      return;
    }
    case "ExportDefaultDeclaration": {
      const { declaration } = node;
      if (declaration.type === "TSInterfaceDeclaration") {
        lowerDeclaration(draft, declaration);
        return;
      }
      if ("id" in declaration && declaration.id && declaration.type.endsWith("Declaration")) {
        lowerDeclaration(draft, declaration as Parameters<typeof lowerDeclaration>[1]);
        const value = refer(draft, declaration.id.name, place);
        draft.facts.exports.push({ n: "default", value });
        return;
      }
      draft.name = "default";
      const value = lowerExpression(draft, declaration);
      draft.name = "";
      draft.facts.exports.push({ n: "default", value });
      return;
    }
    case "TSExportAssignment":
      draft.facts.exports.push({ n: "default", value: lowerExpression(draft, node.expression) });
  }
}

function addImport(draft: Draft, fact: ImportFact, isTypeOnly: boolean): void {
  draft.facts.imports.push(isTypeOnly ? { ...fact, isTypeOnly } : fact);
}

function nameOf(name: ModuleExportName): string {
  return name.type === "Literal" ? String(name.value) : name.name;
}

function declaredNames(node: Parameters<typeof lowerDeclaration>[1]): string[] {
  if (node.type === "VariableDeclaration")
    return node.declarations.flatMap((it) => patternNames(it.id));
  return "id" in node && node.id?.type === "Identifier" ? [node.id.name] : [];
}

function patternNames(pattern: BindingPattern): string[] {
  switch (pattern.type) {
    case "Identifier":
      return [pattern.name];
    case "AssignmentPattern":
      return patternNames(pattern.left);
    case "ObjectPattern":
      return pattern.properties.flatMap((it) =>
        patternNames(it.type === "RestElement" ? it.argument : it.value),
      );
    case "ArrayPattern":
      return pattern.elements.flatMap((it) =>
        it ? patternNames(it.type === "RestElement" ? it.argument : it) : [],
      );
  }
}
