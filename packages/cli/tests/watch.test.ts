import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { badPlan, config, folderWith, goodPlan, mainFile, withCli } from "./run-cli.js";

withCli();

const started: Watching[] = [];

afterEach(() => {
  for (const { child } of started.splice(0)) child.kill("SIGKILL");
});

/** `generate --watch` in a folder. */
class Watching {
  readonly child: ChildProcess;
  #said = "";
  #wake: (() => void) | undefined;

  constructor(folder: string) {
    this.child = spawn(process.execPath, [mainFile, "generate", "--watch"], { cwd: folder });
    for (const stream of [this.child.stdout, this.child.stderr]) {
      stream?.on("data", (chunk: Buffer) => {
        this.#said += chunk.toString();
        this.#wake?.();
      });
    }
    started.push(this);
  }

  /** Waits until it has said this, and forgets what came before. */
  async says(expected: string): Promise<void> {
    while (!this.#said.includes(expected)) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    this.#said = this.#said.slice(this.#said.indexOf(expected) + expected.length);
  }

  /** Resolves with the exit code. */
  ended(): Promise<number | null> {
    return new Promise((resolve) => {
      this.child.on("close", resolve);
    });
  }
}

test("generates after every change, goes on after errors, ends with 0 on Ctrl-C", async () => {
  const folder = folderWith({
    "schema/plan.yaml": goodPlan,
    "dd0c-track.yaml": config.replace("plan.yaml", "schema/plan.yaml"),
  });
  const plan = join(folder, "schema/plan.yaml");
  const client = (): string => readFileSync(join(folder, "out/shop/node.ts"), "utf8");
  const watching = new Watching(folder);
  await watching.says(" ms");
  writeFileSync(plan, goodPlan.replace("How much.", "How much it was."));
  await watching.says("wrote 1 file");
  expect(client()).toContain("How much it was.");
  writeFileSync(plan, badPlan);
  await watching.says("nothing was written");
  expect(client()).toContain("How much it was.");
  writeFileSync(plan, goodPlan);
  await watching.says("wrote 1 file");
  writeFileSync(
    join(folder, "schema/more.yaml"),
    "events:\n  basket_filled: { description: A first thing. }\n",
  );
  await watching.says("wrote 1 file");
  expect(client()).toContain("A first thing.");
  rmSync(join(folder, "out/shop/node.ts"));
  writeFileSync(plan, `${goodPlan}# Nothing that anybody generates from.\n`);
  await watching.says("wrote 1 file");
  expect(client()).toContain("A first thing.");
  writeFileSync(join(folder, "dd0c-track.yaml"), "plan: nowhere.yaml\noutput: []\n");
  await watching.says("The config makes no sense yet.");
  writeFileSync(join(folder, "dd0c-track.yaml"), config.replace("plan.yaml", "schema/plan.yaml"));
  await watching.says("up to date");
  const ended = watching.ended();
  watching.child.kill("SIGINT");
  expect(await ended).toBe(0);
});
