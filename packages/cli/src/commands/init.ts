import { existsSync } from "node:fs";
import { basename, join, relative, resolve } from "node:path";
import { BadInput } from "../bad-input.js";
import { configName } from "../config-file.js";
import { type ExitCode, exitCode } from "../exit-code.js";
import { schemaName, schemaText } from "../schema-text.js";
import type { Terminal } from "../terminal.js";
import { slashed } from "../workspace.js";
import { writeNew } from "../write.js";

/** `dd0c-track init [folder]`: a small plan and a config to begin with. Overwrites nothing. */
export function init(folder: string | undefined, terminal: Terminal): ExitCode {
  const home = resolve(terminal.folder, folder ?? ".");
  const files = { "schema/plan.yaml": planText(basename(home)), [configName]: configText };
  const taken = Object.keys(files).filter((path) => existsSync(join(home, path)));
  if (taken.length > 0) {
    throw new BadInput(`There is ${taken.join(" and ")} already.`, {
      help: "Nothing was written. Name another folder: `dd0c-track init <folder>`.",
    });
  }
  const schema = join(home, "schema", schemaName);
  if (!existsSync(schema)) writeNew(schema, schemaText());
  for (const [path, text] of Object.entries(files)) writeNew(join(home, path), text);
  terminal.out(nextSteps(slashed(relative(terminal.folder, home)), terminal));
  return exitCode.clean;
}

function nextSteps(folder: string, { colours: { bold, green } }: Terminal): string {
  const inside = folder === "" ? [] : [`  cd ${folder}`];
  const prefix = folder === "" ? "" : `${folder}/`;
  return `${[
    `${green("✓")} wrote ${prefix}${configName}, ${prefix}schema/plan.yaml and its schema for your editor`,
    "",
    bold("Next:"),
    ...inside,
    "  npx dd0c-track check              say what is wrong with the plan",
    "  npx dd0c-track generate           write the clients to src/track",
    "  npx dd0c-track generate --watch   … and again whenever the plan changes",
    "",
    "The clients run on npm packages: npm install @dd0c/track-core @dd0c/track-node",
  ].join("\n")}\n`;
}

const configText = `# What to make of the plan, and where to put it. \`dd0c-track generate\` reads this.
plan: schema/plan.yaml
outputs:
  - emitter: typescript
    to: src/track
`;

function planText(folder: string): string {
  return `# yaml-language-server: $schema=plan.schema.json
plan: ${planName(folder)}
version: 0.1.0
description: What we record of how people use the product, and why.

runtimes: [browser, node]

naming: { event: <object>_<action>, case: snake }

events:
  account_created:
    description: Somebody signed up and has an account.
    trigger: The account was stored.
    answers: How many people sign up, and through which door?
    runtimes: [node]
    properties:
      method:
        type: enum
        required: always
        description: How the person signed up.
        values: [email, google, github]
      email:
        type: string
        format: email
        description: The address that the person gave.
        pii: { class: email, handling: hash }
`;
}

/** A plan's name out of a folder's. */
function planName(folder: string): string {
  const name = folder.replace(/[^A-Za-z0-9_-]+/g, "-").replace(/^[^A-Za-z]+|-+$/g, "");
  return name === "" ? "my-plan" : name;
}
