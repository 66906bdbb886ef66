import { spawn } from "node:child_process";
import { existsSync } from "node:fs";

/**
 * Runs a command to its end and measures it from outside: wall and CPU seconds and peak memory in
 * MB (GNU time where there is one, else only the wall). Fails if the command fails.
 */
export function measure(command, args, { cwd, env = {} } = {}) {
  const hasTime = existsSync("/usr/bin/time");
  const line = hasTime
    ? ["/usr/bin/time", ["-f", "%e %U %S %M", command, ...args]]
    : [command, args];
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const child = spawn(line[0], line[1], {
      cwd,
      env: { ...process.env, ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let errors = "";
    let output = "";
    child.stdout.on("data", (chunk) => (output += chunk));
    child.stderr.on("data", (chunk) => (errors += chunk));
    child.on("error", reject);
    child.on("close", (code) => {
      if (code !== 0)
        return reject(
          new Error(`${command} ${args.join(" ")} ended with ${code}\n${output}\n${errors}`),
        );
      const wall = (performance.now() - started) / 1000;
      const [, user, system, kilobytes] =
        /(\S+) (\S+) (\S+) (\S+)\n?$/.exec(errors)?.slice(1).map(Number) ?? [];
      resolve({
        wall,
        cpu: hasTime ? user + system : wall,
        memory: hasTime ? kilobytes / 1024 : Number.NaN,
        output,
      });
    });
  });
}

/** The run with the median CPU of several, taken in turn with the others so that noise is shared. */
export async function interleaved(rounds, contestants) {
  const runs = contestants.map(() => []);
  for (let round = 0; round < rounds; round++) {
    for (const [index, contestant] of contestants.entries()) runs[index].push(await contestant());
  }
  return runs.map((list) => list.sort((a, b) => a.cpu - b.cpu)[Math.floor(list.length / 2)]);
}

/** A Markdown table. */
export function table(head, rows) {
  const line = (cells) => `| ${cells.join(" | ")} |`;
  return [
    line(head),
    line(head.map((_, index) => (index === 0 ? "---" : "---:"))),
    ...rows.map(line),
  ].join("\n");
}
