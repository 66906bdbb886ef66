import { CommanderError } from "commander";
import { type ExitCode, exitCode } from "./exit-code.js";
import { createProgram } from "./program.js";
import { processTerminal } from "./terminal.js";

const terminal = processTerminal();
process.exitCode = await run(process.argv.slice(2));

async function run(args: readonly string[]): Promise<ExitCode> {
  let code: ExitCode = exitCode.clean;
  const program = createProgram(terminal, (ended) => {
    code = ended;
  });
  try {
    if (args.length === 0) program.outputHelp();
    else await program.parseAsync(args, { from: "user" });
    return code;
  } catch (error) {
    return explain(error, args.includes("--verbose"));
  }
}

async function explain(error: unknown, verbose: boolean): Promise<ExitCode> {
  if (error instanceof CommanderError) {
    return error.exitCode === 0 ? exitCode.clean : exitCode.badInput;
  }
  const { describeFailure } = await import("./describe-failure.js");
  return describeFailure(error, verbose, terminal);
}
