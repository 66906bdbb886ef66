// Who may import whom. The map is in ARCHITECTURE.md; a border that is crossed fails CI.
const never = (name, comment, from, to) => ({ name, comment, severity: "error", from, to });
const tests = "\\.test(-d)?\\.ts$|/(tests|fixtures|contract)/";

export default {
  forbidden: [
    never(
      "no-cycles",
      "Two rooms that need each other are one idea; functions of one room may recurse.",
      { path: "^((?:codegen|packages)/.+)/[^/]+$", pathNot: tests },
      {
        circular: true,
        viaOnly: { dependencyTypesNot: ["type-only"] },
        via: { pathNot: "^$1/[^/]+$" },
      },
    ),
    never(
      "language-stands-alone",
      "What a person may write knows nothing of what is made of it.",
      { path: "^codegen/src/language/", pathNot: tests },
      { path: "^codegen/src/(plan|print|emitters)/" },
    ),
    never(
      "plan-reads-language-only",
      "The resolved plan does not know what is printed from it.",
      { path: "^codegen/src/plan/", pathNot: tests },
      { path: "^codegen/src/(print|emitters)/" },
    ),
    never(
      "print-knows-words-not-events",
      "Print knows languages, not plans.",
      { path: "^codegen/src/print/", pathNot: tests },
      { path: "^codegen/src/(plan|language|emitters)/" },
    ),
    never(
      "emitters-see-the-plan-only",
      "An emitter reads the resolved plan and prints.",
      { path: "^codegen/src/emitters/", pathNot: tests },
      { path: "^codegen/src/language/" },
    ),
    never(
      "emitters-do-not-know-each-other",
      "An emitter asks the plan, never a neighbour.",
      { path: "^codegen/src/emitters/([^/]+)/", pathNot: tests },
      { path: "^codegen/src/emitters/([^/]+)/", pathNot: "^codegen/src/emitters/$1/" },
    ),
    never(
      "compiler-is-pure",
      "The compiler takes text and gives text: no disk, no network, no clock.",
      { path: "^codegen/src/", pathNot: tests },
      { dependencyTypes: ["core"] },
    ),
    never(
      "core-stands-alone",
      "The core imports nothing of ours and nothing of Node's.",
      { path: "^packages/core/src/", pathNot: tests },
      {
        pathNot: "^packages/core/",
        dependencyTypes: ["core", "local", "npm", "npm-dev", "npm-peer"],
      },
    ),
    never(
      "proxy-stands-alone",
      "The proxy passes bytes on; it knows nothing of plans and events.",
      { path: "^packages/proxy/src/", pathNot: tests },
      { path: "^(codegen|packages)/", pathNot: "^packages/proxy/" },
    ),
    never(
      "runtimes-import-core-only",
      "A runtime knows the core, not its neighbours and not the compiler.",
      { path: "^packages/(browser|node|slack)/src/", pathNot: tests },
      { path: "^(codegen|packages)/", pathNot: "^packages/(core|$1)/" },
    ),
    never(
      "browser-has-no-node",
      "Nothing of Node reaches a browser.",
      { path: "^packages/browser/src/", pathNot: tests },
      { dependencyTypes: ["core"] },
    ),
    never(
      "generated-code-has-one-door",
      "Generated code imports core/generated and one runtime.",
      { path: "^packages/events/src/[^/]+/(browser|node|slack)\\.ts$" },
      { path: "^packages/", pathNot: "^packages/(core/src/generated|$1/|events/src/shapes/)" },
    ),
    never(
      "lint-reads-the-compiler-only",
      "The gate knows the plan and the code; it does not track.",
      { path: "^packages/lint/src/", pathNot: tests },
      { path: "^packages/", pathNot: "^packages/lint/" },
    ),
    never(
      "rules-do-not-know-each-other",
      "A rule reads the plan or the facts, never a neighbour.",
      { path: "^packages/lint/src/(plan|breaking|code)-rules/([^/]+)/", pathNot: tests },
      {
        path: "^packages/lint/src/(plan|breaking|code)-rules/[^/]+/",
        pathNot: "^packages/lint/src/$1-rules/$2/",
      },
    ),
    never(
      "eslint-plugin-wraps-lint",
      "The plugin is another front of the same analyser.",
      { path: "^packages/eslint-plugin/src/", pathNot: tests },
      { path: "^(codegen|packages)/", pathNot: "^packages/(eslint-plugin|lint)/" },
    ),
    never(
      "live-reads-the-compiler-only",
      "The live check judges what arrives; it needs no runtime of ours.",
      { path: "^packages/live/src/", pathNot: tests },
      { path: "^packages/", pathNot: "^packages/live/" },
    ),
    never(
      "cli-has-no-runtime",
      "The command compiles; it does not track.",
      { path: "^packages/cli/src/", pathNot: tests },
      { path: "^packages/(core|browser|node|slack|events)/" },
    ),
    never(
      "no-orphans",
      "A file that nobody imports is not in its room.",
      {
        orphan: true,
        path: "^(codegen|packages)/[^/]+/?src/",
        pathNot: `${tests}|^packages/events/|_template`,
      },
      {},
    ),
    never(
      "declared-only",
      "What is imported stands in the package's own package.json.",
      { path: "^(codegen|packages)/", pathNot: `${tests}|^packages/events/` },
      { dependencyTypes: ["npm-no-pkg", "npm-unknown", "unknown"] },
    ),
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "/dist/|/node_modules/|_template" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["dd0c-source", "import", "node", "default"],
      mainFields: ["module", "main"],
    },
  },
};
