// Makes docs/images/demo.png, refused.png and live.png from what `npm run demo` really prints, and completion.png from
// what TypeScript's language server really answers. Run it as `node scripts/demo/picture.mjs`.
import { spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { root } from "../steps.mjs";
import { withChromium } from "./chromium.mjs";
import { editorPage } from "./editor-page.mjs";
import { askLanguageServer } from "./language-server.mjs";
import { terminalPage } from "./terminal-page.mjs";

const to = join(root, "docs", "images");
mkdirSync(to, { recursive: true });

const { stdout, stderr, status } = spawnSync(
  process.execPath,
  [join(root, "scripts", "demo.mjs"), "--picture", join(to, "live.png")],
  {
    env: { ...process.env, FORCE_COLOR: "1", NO_COLOR: "" },
    encoding: "utf8",
  },
);
if (status !== 0) {
  console.error(stdout, stderr);
  process.exit(1);
}
const lines = stdout.trimEnd().split("\n");
const begin = lines.findIndex((line) => line.includes("dd0c/track"));
const refused = lines.findIndex((line) => line.includes("REFUSED BEFORE"));
await shoot("demo.png", terminalPage("npm run demo", lines.slice(begin, refused - 1)));
await shoot("refused.png", terminalPage("npm run demo", lines.slice(refused)));
await shoot("completion.png", editorPage(askLanguageServer()));

async function shoot(name, html) {
  await withChromium(
    async (page) => {
      await page.setContent(html);
      await page.locator("#picture").screenshot({ path: join(to, name), omitBackground: true });
    },
    { scale: 2 },
  );
  console.log(`docs/images/${name}`);
}
