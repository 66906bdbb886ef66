import type {
  Declaration,
  Directive,
  ForStatementLeft,
  ModuleDeclaration,
  Statement,
  VariableDeclaration,
} from "oxc-parser";
import { at, type Draft, declare, functionScope, inScope } from "./draft.js";
import type { Expr } from "./expr.js";
import { lowerClass } from "./lower-class.js";
import { lowerEnum } from "./lower-enum.js";
import { lowerExpression } from "./lower-expression.js";
import { lowerFunction } from "./lower-function.js";
import { lowerModule } from "./lower-module.js";
import { declarePattern } from "./lower-pattern.js";
import { lowerMembers, lowerType } from "./lower-type.js";

/** The statements of a block, one after the other. */
export function lowerStatements(draft: Draft, nodes: readonly (Statement | Directive)[]): void {
  for (const node of nodes) lowerStatement(draft, node);
}

function lowerStatement(draft: Draft, node: Statement | Directive): void {
  switch (node.type) {
    case "ExpressionStatement": {
      const { length } = draft.calls;
      const value = lowerExpression(draft, node.expression);
      if (value.t === "call" && value.i >= length && node.expression.type !== "AwaitExpression")
        markAlone(draft, value.i);
      return;
    }
    case "BlockStatement":
      inScope(draft, false, () => lowerStatements(draft, node.body));
      return;
    case "ReturnStatement": {
      const value = node.argument ? lowerExpression(draft, node.argument) : null;
      if (value) draft.functions[draft.f]?.returns.push(value);
      return;
    }
    case "IfStatement":
      lowerExpression(draft, node.test);
      lowerStatement(draft, node.consequent);
      if (node.alternate) lowerStatement(draft, node.alternate);
      return;
    case "ForStatement":
      inScope(draft, false, () => {
        if (node.init?.type === "VariableDeclaration") lowerVariables(draft, node.init);
        else if (node.init) lowerExpression(draft, node.init);
        inLoop(draft, () => {
          if (node.test) lowerExpression(draft, node.test);
          if (node.update) lowerExpression(draft, node.update);
          lowerStatement(draft, node.body);
        });
      });
      return;
    case "ForOfStatement":
    case "ForInStatement":
      inScope(draft, false, () => {
        const of = lowerExpression(draft, node.right);
        lowerLoopVariable(draft, node.left, of, node.type === "ForInStatement");
        inLoop(draft, () => lowerStatement(draft, node.body));
      });
      return;
    case "WhileStatement":
    case "DoWhileStatement":
      inLoop(draft, () => {
        lowerExpression(draft, node.test);
        lowerStatement(draft, node.body);
      });
      return;
    case "SwitchStatement":
      lowerExpression(draft, node.discriminant);
      inScope(draft, false, () => {
        for (const { test, consequent } of node.cases) {
          if (test) lowerExpression(draft, test);
          lowerStatements(draft, consequent);
        }
      });
      return;
    case "TryStatement":
      lowerStatement(draft, node.block);
      if (node.handler) {
        const { param, body } = node.handler;
        inScope(draft, false, () => {
          if (param) declarePattern(draft, param, null, draft.scope);
          lowerStatement(draft, body);
        });
      }
      if (node.finalizer) lowerStatement(draft, node.finalizer);
      return;
    case "ThrowStatement":
      lowerExpression(draft, node.argument);
      return;
    case "LabeledStatement":
    case "WithStatement":
      lowerStatement(draft, node.body);
      return;
    case "ImportDeclaration":
    case "ExportNamedDeclaration":
    case "ExportDefaultDeclaration":
    case "ExportAllDeclaration":
    case "TSExportAssignment":
    case "TSNamespaceExportDeclaration":
      lowerModule(draft, node satisfies ModuleDeclaration);
      return;
    case "BreakStatement":
    case "ContinueStatement":
    case "DebuggerStatement":
    case "EmptyStatement":
      return;
    default:
      lowerDeclaration(draft, node);
  }
}

/** A declaration; the names it declares, for `export`. */
export function lowerDeclaration(draft: Draft, node: Declaration): void {
  const place = at(draft, node);
  switch (node.type) {
    case "VariableDeclaration":
      lowerVariables(draft, node);
      return;
    case "FunctionDeclaration":
    case "FunctionExpression":
    case "TSDeclareFunction":
    case "TSEmptyBodyFunctionExpression": {
      if (!node.id) return;
      const { scope } = draft;
      const i = lowerFunction(draft, node);
      // An overload's signature says nothing that its implementation does not.
      if (node.body) declare(draft, scope, node.id.name, [{ t: "function", at: place, i }]);
      else declare(draft, scope, node.id.name, []);
      return;
    }
    case "ClassDeclaration":
    case "ClassExpression": {
      if (!node.id) return;
      const b = declare(draft, draft.scope, node.id.name, []);
      draft.facts.typeNames.push([node.id.name, b]);
      draft.bindings[b]?.defs.push({ t: "class", at: place, i: lowerClass(draft, node) });
      return;
    }
    case "TSEnumDeclaration": {
      const b = declare(draft, draft.scope, node.id.name, [lowerEnum(draft, node)]);
      draft.facts.typeNames.push([node.id.name, b]);
      return;
    }
    case "TSTypeAliasDeclaration":
      draft.facts.types.push({
        n: node.id.name,
        params: node.typeParameters?.params.map((it) => it.name.name) ?? [],
        type: lowerType(draft, node.typeAnnotation),
        extends: [],
      });
      return;
    case "TSInterfaceDeclaration":
      draft.facts.types.push({
        n: node.id.name,
        params: node.typeParameters?.params.map((it) => it.name.name) ?? [],
        type: { t: "object", members: lowerMembers(draft, node.body.body) },
        extends: node.extends.flatMap((it) =>
          it.expression.type === "Identifier"
            ? [
                {
                  t: "ref" as const,
                  n: [it.expression.name],
                  args: it.typeArguments?.params.map((arg) => lowerType(draft, arg)) ?? [],
                },
              ]
            : [],
        ),
      });
      return;
    case "TSModuleDeclaration":
      if (node.body && !node.declare) lowerNamespace(draft, node);
      return;
    case "TSImportEqualsDeclaration": {
      const { moduleReference: from } = node;
      if (from.type !== "TSExternalModuleReference") return;
      const m = String(from.expression.value);
      draft.facts.imports.push({ m, names: ["*"], at: place });
      declare(draft, draft.scope, node.id.name, [{ t: "import", at: place, m, n: "*" }]);
    }
  }
}

function lowerVariables(draft: Draft, node: VariableDeclaration): void {
  const scope = node.kind === "var" ? functionScope(draft.scope) : draft.scope;
  for (const { id, init } of node.declarations) {
    if (id.type === "Identifier") draft.name = id.name;
    const value = init ? lowerExpression(draft, init) : null;
    draft.name = "";
    declarePattern(draft, id, value, scope);
  }
}

function lowerLoopVariable(draft: Draft, left: ForStatementLeft, of: Expr, isKey: boolean): void {
  if (left.type !== "VariableDeclaration") return;
  const element: Expr = isKey
    ? { t: "element", at: of.at, of, isKey }
    : { t: "element", at: of.at, of };
  const scope = left.kind === "var" ? functionScope(draft.scope) : draft.scope;
  for (const { id } of left.declarations) declarePattern(draft, id, element, scope);
}

/** `namespace Analytics { export function track … }`: an object of what it exports. */
function lowerNamespace(
  draft: Draft,
  node: Extract<Declaration, { type: "TSModuleDeclaration" }>,
): void {
  if (node.id.type !== "Identifier" || !node.body) return;
  const { body } = node.body;
  const place = at(draft, node);
  const exports = draft.facts.exports.length;
  inScope(draft, false, () => lowerStatements(draft, body));
  const props = draft.facts.exports
    .splice(exports)
    .map(({ n, value }) => ({ k: n, at: value.at, v: value }));
  declare(draft, draft.scope, node.id.name, [{ t: "object", at: place, props }]);
}

function inLoop(draft: Draft, walk: () => void): void {
  draft.loops++;
  walk();
  draft.loops--;
}

function markAlone(draft: Draft, i: number): void {
  const call = draft.calls[i];
  if (call) draft.calls[i] = { ...call, isAlone: true };
}
