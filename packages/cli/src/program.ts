import { Command, InvalidArgumentError, Option } from "commander";
import { importTools } from "./adopt/import-tools.js";
import { parseHost, parseList, parsePort, parseReport, parseShare } from "./dev/dev-options.js";
import type { ExitCode } from "./exit-code.js";
import { ownVersion } from "./own-version.js";
import { formats } from "./reporters/formats.js";
import type { Terminal } from "./terminal.js";

/** The command line: what there is to say, and which command says it. Commands load when called. */
export function createProgram(terminal: Terminal, done: (code: ExitCode) => void): Command {
  const program = new Command("dd0c-track")
    .description("Checks a tracking plan and generates typed clients, schemas and docs from it.")
    .version(ownVersion(), "-v, --version", "print the version")
    .helpOption("-h, --help", "print this help")
    .helpCommand("help [command]", "print a command's help")
    .option("--verbose", "print the stack where something goes wrong in here")
    .configureOutput({ writeOut: terminal.out, writeErr: terminal.err })
    .showHelpAfterError("Run with --help for what there is.")
    .exitOverride()
    .addHelpText(
      "after",
      `
Examples:
  dd0c-track init                 start a plan
  dd0c-track check                say what is wrong with it
  dd0c-track generate             write what dd0c-track.yaml asks for

Exit codes: 0 clean, 1 findings, 2 bad input, 3 a bug of ours.`,
    );

  program
    .command("init")
    .argument("[folder]", "where to put it; here unless told")
    .description("Start a plan: a small one, a config, and the schema for your editor.")
    .addHelpText("after", example("dd0c-track init tracking"))
    .action(async (folder: string | undefined) => {
      const { init } = await import("./commands/init.js");
      done(init(folder, terminal));
    });

  program
    .command("check")
    .argument("[plan]", "a plan's root file or folder, or its name in the config")
    .description("Read plans and print everything that is wrong with them.")
    .option("--strict", "fail on warnings too")
    .addOption(maxWarningsOption())
    .option(
      "--write-baseline",
      "forgive what is found now, and only report what is new from here on",
    )
    .option("--prune-baseline", "forget what the baseline forgives and is no longer found")
    .addOption(configOption())
    .addOption(formatOption())
    .addHelpText("after", example("dd0c-track check schema/plan.yaml --format sarif > plan.sarif"))
    .action(async (plan: string | undefined, options: object) => {
      const { check } = await import("./commands/check.js");
      done(await check(plan, options, terminal));
    });

  program
    .command("generate")
    .description("Write what the config's outputs make of its plans.")
    .option("--check", "write nothing; show what is out of date, and fail")
    .addOption(new Option("--watch", "go on whenever a plan changes").conflicts("check"))
    .addOption(configOption())
    .addOption(formatOption())
    .addHelpText("after", example("dd0c-track generate --check   # in CI"))
    .action(async (options: object) => {
      const { generate } = await import("./commands/generate.js");
      done(await generate(options, terminal));
    });

  program
    .command("resolve")
    .argument("[plan]", "a plan's root file or folder, or its name in the config")
    .description("Print a plan with every decision made: what emitters and rules see.")
    .option("--json", "print all of it, as JSON")
    .addOption(configOption())
    .addOption(formatOption())
    .addHelpText("after", example("dd0c-track resolve --json | jq '.events[].name'"))
    .action(async (plan: string | undefined, options: object) => {
      const { resolve } = await import("./commands/resolve.js");
      done(await resolve(plan, options, terminal));
    });

  program
    .command("lint")
    .argument("[paths...]", "files or folders whose findings are shown; all unless told")
    .description("Hold the code that tracks to the plan.")
    .option("--fix", "mend what can be mended safely")
    .option("--changed-since <ref>", "show findings of files that differ from a git ref")
    .option("--strict", "fail on warnings too")
    .addOption(maxWarningsOption())
    .option(
      "--write-baseline",
      "forgive what is found now, and only report what is new from here on",
    )
    .option("--prune-baseline", "forget what the baseline forgives and is no longer found")
    .option("--types", "ask a type checker about names that the code alone does not tell")
    .option("--no-cache", "read every file anew")
    .addOption(configOption())
    .addOption(formatOption())
    .addHelpText("after", example("dd0c-track lint --changed-since origin/main"))
    .action(async (paths: string[], options: object) => {
      const { lint } = await import("./commands/lint.js");
      done(await lint(paths, options, terminal));
    });

  program
    .command("adopt")
    .argument("[paths...]", "the code to read; everything here unless told")
    .description("Write the plan that a code base without one follows already.")
    .option("-o, --out <folder>", "where to put plan and config; here unless told")
    .option("-n, --name <name>", "the plan's name; the folder's unless told")
    .option("--stdout", "print the plan, write nothing")
    .option("--no-cache", "read every file anew")
    .addHelpText("after", example("dd0c-track adopt src"))
    .action(async (paths: string[], options: object) => {
      const { adopt } = await import("./commands/adopt.js");
      done(await adopt(paths, options, terminal));
    });

  program
    .command("import")
    .argument("<path>", "an export: a file, or a folder of files")
    .description("Make a plan of another tool's export.")
    .addOption(
      new Option("--from <tool>", "whose export it is; told by its shape unless said").choices(
        importTools,
      ),
    )
    .option("-o, --out <folder>", "where to put plan and config; here unless told")
    .option("--stdout", "print the plan, write nothing")
    .addHelpText("after", example("dd0c-track import tracking-plan.json --from segment"))
    .action(async (path: string, options: object) => {
      const { importExport } = await import("./commands/import.js");
      done(importExport(path, options, terminal));
    });

  program
    .command("rules")
    .description("List every rule, and how bad its findings are here.")
    .option("--json", "print all of it, with the pages, as JSON")
    .addOption(
      new Option("--family <family>", "those about plans, changes or code only").choices([
        "plan",
        "breaking",
        "code",
      ]),
    )
    .addOption(configOption())
    .addHelpText("after", example("dd0c-track rules --family plan"))
    .action(async (options: object) => {
      const { rules } = await import("./commands/rules.js");
      done(rules(options, terminal));
    });

  program
    .command("diff")
    .argument("<base>", "what was: a git ref, `ref:path`, a path, a resolved plan, a package")
    .argument("[head]", "what is: the same; the working tree's plan unless told")
    .description("Say what a change of the plan breaks, and for whom.")
    .option("--for <audiences>", "only what these notice: source, wire, analysis, privacy")
    .option("--strict", "fail on warnings too")
    .addOption(maxWarningsOption())
    .option(
      "--grace <days>",
      "days before which a stable event's end is announced (90)",
      wholeNumber,
    )
    .option("--accept <fingerprint...>", "let a change through from now on; needs --reason")
    .option("--reason <text>", "why it is right all the same")
    .option("--by <team>", "who answers for it; needed for locked rules")
    .option("--until <day>", "the last day on which that holds, YYYY-MM-DD")
    .option(
      "--accepted <file>",
      "the list of accepted changes, in place of the one beside the plan",
    )
    .option("--changeset", "write the changeset that the changes need")
    .option("--package <name...>", "packages that it releases, in place of those of the outputs")
    .addOption(configOption())
    .addOption(
      new Option("-f, --format <format>", "how changes are printed (github on its runners)")
        .choices([...formats, "markdown"])
        .default(undefined, "pretty"),
    )
    .addHelpText(
      "after",
      `
Examples:
  dd0c-track diff main                             the working tree against a branch
  dd0c-track diff v1.2.0 HEAD                      two refs
  dd0c-track diff main --format markdown           for a pull request's comment
  dd0c-track diff npm:@shop/events@1.2.0           against what was published
  dd0c-track diff main --accept 3f2a… --reason "…"`,
    )
    .action(async (base: string, head: string | undefined, options: object) => {
      const { diff } = await import("./commands/diff.js");
      done(diff(base, head, options, terminal));
    });

  program
    .command("explain")
    .argument("[code]", "a code such as event-name-format, its number, or a place: src/pay.ts:12")
    .description(
      "Say what a finding means, why it matters and what to do; list all codes; or print how a call reaches the SDK.",
    )
    .addHelpText(
      "after",
      `${example("dd0c-track explain P101")}\n  dd0c-track explain src/pay.ts:12`,
    )
    .action(async (code: string | undefined) => {
      const place = code === undefined ? null : /^(.+?):(\d+)(?::\d+)?$/.exec(code);
      if (place !== null) {
        const { explainSite } = await import("./commands/explain-site.js");
        const [, path = "", line = ""] = place;
        return done(explainSite({ path, line: Number(line) }, terminal));
      }
      const { explain } = await import("./commands/explain.js");
      done(explain(code, terminal));
    });

  program
    .command("schema")
    .description(
      "Write plan.schema.json beside the plan, with which editors complete and check it.",
    )
    .option("--check", "write nothing; fail where it is out of date")
    .option("--stdout", "print it, write nothing")
    .addOption(configOption())
    .addHelpText("after", example("dd0c-track schema --stdout > plan.schema.json"))
    .action(async (options: object) => {
      const { schema } = await import("./commands/schema.js");
      done(schema(options, terminal));
    });

  program
    .command("dev")
    .argument("[command...]", "after --: a command to run against it, such as an end-to-end suite")
    .description("Be a local PostHog that holds every event to the plan, and shows them on a page.")
    .option("-p, --plan <plan>", "a plan's root file or folder, or its name in the config")
    .option("--port <port>", "the port; 8010 unless told, a free one with a command", parsePort)
    .option("--host <host>", "the address to listen on; only this machine's unless told")
    .option("--no-ui", "no page; a line for each event instead")
    .option("--forward <host>", "also pass everything on to a real PostHog", parseHost)
    .option(
      "--fail-on <what>",
      "violation, warning, unknown, property, privacy, context, never, or codes",
      parseList,
    )
    .option("--coverage [percent]", "the least share of planned events that must come", parseShare)
    .option("--product <name>", "count the coverage of one product")
    .option(
      "--report <format[=file]>",
      "write json, sarif, junit or markdown at the end",
      parseReport,
    )
    .option("--keep <file>", "where to keep the session; below .dd0c-track unless told")
    .option("--no-keep", "keep the session in memory alone")
    .option("--open [file]", "look at a session of the past; the last unless named")
    .option("--sql <query>", "ask a session of the past, in SQL")
    .addOption(configOption())
    .addHelpText(
      "after",
      `
Examples:
  dd0c-track dev                                     watch events as they come
  dd0c-track dev --no-ui --forward https://eu.i.posthog.com
  dd0c-track dev --report junit=live.xml -- npm run e2e
  dd0c-track dev --sql "SELECT event, count(*) FROM events GROUP BY 1"`,
    )
    .action(async (command: string[], options: object) => {
      const { dev } = await import("./commands/dev.js");
      done(await dev(command, options, terminal));
    });

  program
    .command("emit")
    .description("Send an example of every event in the plan, to try a pipeline out.")
    .option("-p, --plan <plan>", "a plan's root file or folder, or its name in the config")
    .option(
      "--to <host>",
      "where to, such as http://127.0.0.1:8010; printed as JSON unless told",
      parseHost,
    )
    .option("--product <name>", "only one product's")
    .option("--bad", "wrong events, one for each mistake, in place of right ones")
    .option("--key <key>", "the PostHog project's key")
    .addOption(configOption())
    .addHelpText("after", example("dd0c-track emit --to http://127.0.0.1:8010"))
    .action(async (options: object) => {
      const { emit } = await import("./commands/emit.js");
      done(await emit(options, terminal));
    });

  return program;
}

function configOption(): Option {
  return new Option("-c, --config <file>", "a dd0c-track.yaml, in place of the nearest one above");
}

function formatOption(): Option {
  return new Option("-f, --format <format>", "how findings are printed (github on its runners)")
    .choices(formats)
    .default(undefined, "pretty");
}

function maxWarningsOption(): Option {
  return new Option("--max-warnings <n>", "fail where there are more warnings than this").argParser(
    wholeNumber,
  );
}

function wholeNumber(text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new InvalidArgumentError("It is a whole number, from 0.");
}

function example(line: string): string {
  return `\nExample:\n  ${line}`;
}
