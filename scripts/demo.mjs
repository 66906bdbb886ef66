// `npm run demo`: dd0c's plan, compiled; three runtimes at work; what arrived, what was hashed, and what was
// refused; at the end a picture of the live page. Options: --no-browser (jsdom in place of Chromium), --json (the
// result for machines), --picture <file> (where the picture goes; a temporary folder unless told).
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";

const { values } = parseArgs({
  options: {
    "no-browser": { type: "boolean" },
    json: { type: "boolean" },
    picture: { type: "string", default: join(tmpdir(), "dd0c-track-live.png") },
  },
});
const started = performance.now();
// Standard output is for the result; with --json nothing else may stand there.
const { log } = console;
if (values.json) console.log = console.error;

try {
  const { setup } = await import("./setup.mjs");
  await setup({ types: false });
  setTimeout(giveUp, 55_000).unref();
  const { runDemo } = await import("./demo/run-demo.mjs");
  const { createPaint, wantsColour } = await import("./demo/paint.mjs");
  const { progress, report } = await import("./demo/report.mjs");
  const paint = createPaint(wantsColour());
  const say = progress(paint, console.log);
  say.begin();
  const facts = await runDemo({
    wantsChromium: !values["no-browser"],
    picture: values.picture,
    say,
  });
  const seconds = (performance.now() - started) / 1000;
  if (values.json) {
    const { resultOf } = await import("./demo/result.mjs");
    log(JSON.stringify(resultOf(facts, seconds), null, 2));
  } else for (const line of report(facts, paint, seconds)) console.log(line);
  process.exitCode = facts.failures.length === 0 ? 0 : 1;
} catch (error) {
  console.error(`\nThe demo failed: ${error instanceof Error ? error.stack : error}`);
  process.exitCode = 1;
}

/** Something hangs: better a clear end than a terminal that waits. */
function giveUp() {
  console.error("\nThe demo failed: it is not done after 55 s.");
  process.exit(1);
}
