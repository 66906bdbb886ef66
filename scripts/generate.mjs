// Runs `dd0c-track generate` on dd0c's plan, after building the command from its sources.
import { join } from "node:path";
import { build } from "./build.mjs";
import { root, run } from "./steps.mjs";

await build({ types: false });
const command = join(root, "packages", "cli", "bin", "dd0c-track.js");
process.exit(await run(process.execPath, [command, "generate", ...process.argv.slice(2)]));
