// `npm run new emitter kotlin`, `npm run new kind percentage`, `npm run new rule no-vague-verb`: a new room
// from its template, and the lines that make it known. What is left to do is what the compiler then says.
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from "node:fs";
import { join, relative } from "node:path";
import { families, nextId } from "./new/rule-text.mjs";
import { install } from "./setup.mjs";
import { filesBelow, root, tool } from "./steps.mjs";

const pascal = (text) =>
  text
    .split("-")
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join("");
const camel = (text) => pascal(text).replace(/^./, (letter) => letter.toLowerCase());
const key = (text) => (/^[a-z0-9]+$/.test(text) ? text : JSON.stringify(text));

const [what, name = "", family = "plan"] = process.argv.slice(2);
const makers = { emitter: newEmitter, kind: newKind, rule: newRule };
const maker = Object.hasOwn(makers, what) ? makers[what] : undefined;
const isName = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name);
if (maker === undefined || !isName || !Object.hasOwn(families, family)) {
  console.error(`Usage: npm run new emitter <name>
       npm run new kind <name>
       npm run new rule <name> [plan|breaking|code]
The name is in kebab-case, such as: npm run new emitter kotlin`);
  process.exit(2);
}
await install();
const { Project, SyntaxKind } = await import("ts-morph");
await maker();

async function newEmitter() {
  const emitters = join(root, "codegen", "src", "emitters");
  const folder = join(emitters, name);
  refuseExisting(folder);
  cpSync(join(emitters, "_template"), folder, { recursive: true });
  renameSync(join(folder, "_template.test.ts"), join(folder, `${name}.test.ts`));
  for (const file of readdirSync(folder)) {
    const path = join(folder, file);
    const text = readFileSync(path, "utf8")
      .replaceAll("_template", name)
      .replaceAll("TemplateOptions", `${pascal(name)}Options`)
      .replaceAll("templateOptions", `${camel(name)}Options`)
      .replaceAll("templateEmitter", `${camel(name)}Emitter`);
    writeFileSync(path, text);
  }
  const index = source(join(emitters, "index.ts"));
  index.addImportDeclaration({
    moduleSpecifier: `./${name}/index.js`,
    namedImports: [`${camel(name)}Emitter`],
  });
  literal(index, "emitters").addPropertyAssignment({
    name: key(name),
    initializer: `${camel(name)}Emitter as Emitter`,
  });
  index.saveSync();
  done(
    [folder, join(emitters, "index.ts")],
    [
      `Fill in the TODO-describe texts and kinds.ts in codegen/src/emitters/${name}.`,
      `npx vitest run codegen/src/emitters/${name}`,
    ],
  );
}

async function newKind() {
  const kinds = join(root, "codegen", "src", "language", "kinds");
  const word = name.replaceAll("-", "_");
  const path = join(kinds, `${name}.ts`);
  refuseExisting(path);
  writeFileSync(path, kindText(word));
  const index = source(join(kinds, "index.ts"));
  index.addImportDeclaration({
    moduleSpecifier: `./${name}.js`,
    namedImports: [`${camel(name)}Kind`],
  });
  literal(index, "kinds").addPropertyAssignment({ name: word, initializer: `${camel(name)}Kind` });
  addUnionMember(index, "TypedSpec", `z.infer<typeof ${camel(name)}Kind>`);
  index.saveSync();
  const types = source(join(root, "codegen", "src", "plan", "property-type.ts"));
  addUnionMember(types, "PropertyType", `${pascal(name)}Type`);
  types.addInterface({
    name: `${pascal(name)}Type`,
    isExported: true,
    properties: [{ name: "kind", type: `"${word}"`, isReadonly: true }],
  });
  types.saveSync();
  done(
    [path, index.getFilePath(), types.getFilePath()],
    [
      "npx tsc -p codegen   # names each table that has no line for it yet: follow them",
      "Add a property of it to codegen/fixtures/plans/reference, then: npm run generate",
    ],
  );
}

function kindText(word) {
  return `import * as z from "zod";
import { propertyFields } from "./property.js";

/** What a ${word} is. */
export const ${camel(name)}Kind = z
  .strictObject({ type: z.literal("${word}"), ...propertyFields })
  .describe("What a ${word} is.");
`;
}

async function newRule() {
  const { letter, folder, list, text } = families[family];
  const rules = join(root, "packages", "lint", "src");
  const path = join(rules, folder, name, "rule.ts");
  for (const { folder: other } of Object.values(families)) refuseExisting(join(rules, other, name));
  const pages = filesBelow("packages/lint/src", "codegen/src/language/catalogue.ts").filter(
    (file) => /(?:rule|catalogue)\.ts$/.test(file),
  );
  const taken = pages.flatMap((file) =>
    [...readFileSync(file, "utf8").matchAll(/^ *id: "([PBC]\d+)"/gm)].map(([, it]) => it),
  );
  const id = nextId(letter, taken);
  mkdirSync(join(rules, folder, name), { recursive: true });
  writeFileSync(path, text({ constant: camel(name), name, id }));
  const index = source(join(rules, folder, "index.ts"));
  index.addImportDeclaration({
    moduleSpecifier: `./${name}/rule.js`,
    namedImports: [camel(name)],
  });
  index
    .getVariableDeclarationOrThrow(list)
    .getFirstDescendantByKindOrThrow(SyntaxKind.ArrayLiteralExpression)
    .addElement(camel(name), { useNewLines: true });
  index.saveSync();
  done(
    [path, index.getFilePath()],
    [
      `Fill in the TODO-describe texts in packages/lint/src/${folder}/${name}/rule.ts; ${id} is its number for good.`,
      `npx vitest run packages/lint/src/${folder}   # the page's examples are its first tests, and fail until the check finds something`,
      "npm run generate",
    ],
  );
}

function source(path) {
  return new Project().addSourceFileAtPath(path);
}

/** The object literal that a constant is set to, through an \`as\` where there is one. */
function literal(file, constant) {
  return file
    .getVariableDeclarationOrThrow(constant)
    .getFirstDescendantByKindOrThrow(SyntaxKind.ObjectLiteralExpression);
}

function addUnionMember(file, alias, member) {
  const type = file.getTypeAliasOrThrow(alias);
  type.setType(`${type.getTypeNodeOrThrow().getText()}\n  | ${member}`);
}

function refuseExisting(path) {
  if (!existsSync(path)) return;
  console.error(`${relative(root, path)} exists already.`);
  process.exit(1);
}

async function done(paths, next) {
  await tool("biome", ["check", "--write", ...paths], { quiet: true });
  console.log(
    `Made:\n${paths.map((path) => `  ${relative(root, path)}`).join("\n")}\nNext:\n${next.map((line) => `  ${line}`).join("\n")}`,
  );
}
