import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { build } from "esbuild";
import { expect, test } from "vitest";

test("what is due at once runs at once, even where nothing else happens", async () => {
  const { outputFiles } = await build({
    stdin: {
      contents: `
        import { nodePlatform } from "./node-platform";
        const give = setTimeout(() => {}, 3_000);
        setTimeout(() => {
          const from = Date.now();
          nodePlatform.timer(() => { clearTimeout(give); console.log(Date.now() - from); }, 0, false);
        }, 20);`,
      resolveDir: fileURLToPath(new URL(".", import.meta.url)),
    },
    bundle: true,
    write: false,
    format: "esm",
    platform: "node",
    conditions: ["dd0c-source"],
  });
  const program = ["--input-type=module", "-e", outputFiles[0]?.text ?? ""];
  const { stdout } = await promisify(execFile)(process.execPath, program);
  expect(Number(stdout)).toBeLessThan(1_000);
});
