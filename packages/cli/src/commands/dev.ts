import {
  createDuckDbStore,
  createForwarder,
  createSession,
  type Endpoint,
  type EventStore,
  type Forwarder,
  reportSession,
  type Session,
  startEndpoint,
} from "@dd0c/track-live";
import { BadInput } from "../bad-input.js";
import type { DevOptions } from "../dev/dev-options.js";
import { printEvents } from "../dev/event-lines.js";
import { readFailOn, whyFailed } from "../dev/fail-on.js";
import { type OnePlan, readOnePlan, spanFinder } from "../dev/one-plan.js";
import { printSummary } from "../dev/print-summary.js";
import { openSession, querySession } from "../dev/query-session.js";
import { commandEnv, type Running, runCommand } from "../dev/run-command.js";
import { newSessionFile } from "../dev/session-file.js";
import { writeReports } from "../dev/write-reports.js";
import { type ExitCode, exitCode } from "../exit-code.js";
import { planCounts } from "../plan-counts.js";
import { shownFrom } from "../shown-path.js";
import type { Terminal } from "../terminal.js";

/** The port where nobody says one; with a command it is a free one, so that suites run side by side. */
const usualPort = 8010;

/** After a command has ended: how long nothing must arrive, and how long that is waited for, in ms. */
const quiet = 400;
const mostSettling = 5_000;

/** `dd0c-track dev [-- command]`: a local PostHog that holds every event to the plan. */
export async function dev(
  command: readonly string[],
  options: DevOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const failOn = readFailOn(options.failOn ?? [command.length > 0 ? "violation" : "never"]);
  if (options.sql !== undefined) return querySession(options.sql, options, terminal);
  const read = await readOnePlan(options.plan, options, terminal);
  if (read === null) return exitCode.findings;
  const { plan, folder, sources } = read;
  if (options.product !== undefined && !plan.products.some(({ name }) => name === options.product))
    throw new BadInput(`The plan has no product "${options.product}".`, {
      help: `It has ${plan.products.map(({ name }) => name).join(", ")}.`,
    });

  const { session, store, file } = await beginSession(read, options, terminal);
  const isPast = options.open !== undefined;
  if (options.ui === false) session.watch(printEvents(terminal));
  const forwarder = options.forward === undefined ? undefined : createForwarder(options.forward);
  let endpoint: Endpoint | null = null;
  let ended: number | null = null;
  try {
    // A session of the past without a page has nothing to wait for.
    if (!isPast || options.ui !== false)
      endpoint = await listen(session, forwarder, command, options);
    if (endpoint !== null) greet(read, endpoint, file, command, options, terminal);
    if (isPast) await replay(session, folder, options, terminal);
    if (endpoint !== null) ended = await untilEnd(session, endpoint, command, terminal);
  } finally {
    await endpoint?.close();
    await forwarder?.drain(mostSettling);
    await store?.close();
  }

  const report = reportSession(session, Date.now(), options.product);
  printSummary(report, terminal);
  tellForwarded(forwarder, terminal);
  writeReports(options.report ?? [], { report, session, sources, folder }, terminal);
  const least = typeof options.coverage === "number" ? options.coverage : null;
  const reasons = [
    ...(ended !== null && ended !== 0 ? [`The command ended with ${ended}.`] : []),
    ...whyFailed(report, failOn, least),
  ];
  const { red, green } = terminal.errColours;
  for (const reason of reasons) terminal.err(`${red("✗")} ${reason}\n`);
  const isClean = report.counts.bad + report.counts.refused === 0;
  if (reasons.length === 0 && isClean && command.length > 0)
    terminal.err(`${green("✓")} As planned.\n`);
  return reasons.length === 0 ? exitCode.clean : exitCode.findings;
}

/** The moment that a session of the past is at, while its events are taken again. */
const clock = { past: null as number | null };

async function beginSession(
  { plan, folder, sources }: OnePlan,
  options: DevOptions,
  terminal: Terminal,
): Promise<{
  readonly session: Session;
  readonly store: EventStore | null;
  readonly file: string | null;
}> {
  const spanOf = spanFinder(sources);
  const now = (): number => clock.past ?? Date.now();
  if (options.keep === false || options.open !== undefined)
    return { session: createSession(plan, { now, spanOf }), store: null, file: null };
  const startedAt = Date.now();
  const named = typeof options.keep === "string" ? options.keep : undefined;
  const path = newSessionFile(folder, terminal.folder, named, startedAt);
  const { yellow } = terminal.errColours;
  const onError = ({ message }: Error): void =>
    terminal.err(`${yellow("!")} Events are held in memory alone from here on: ${message}\n`);
  const store = await createDuckDbStore({ path, plan, startedAt, onError });
  if (store !== null)
    return { session: createSession(plan, { now, spanOf, store }), store, file: path };
  terminal.err(
    `${yellow("!")} DuckDB is not installed, so the last 10,000 events are held in memory alone.\n` +
      "  `npm install --save-dev @duckdb/node-api@1.5.6-r.1` keeps each session in a file.\n",
  );
  return { session: createSession(plan, { now, spanOf }), store: null, file: null };
}

async function replay(
  session: Session,
  folder: string,
  options: DevOptions,
  terminal: Terminal,
): Promise<void> {
  const past = await openSession(options.open ?? true, folder, terminal);
  try {
    for await (const some of past.events())
      for (const { at, arrived } of some) {
        clock.past = at;
        await session.take([arrived], 1_000);
      }
  } finally {
    clock.past = null;
    past.close();
  }
}

async function listen(
  session: Session,
  forwarder: Forwarder | undefined,
  command: readonly string[],
  options: DevOptions,
): Promise<Endpoint> {
  const port = options.port ?? (command.length > 0 ? 0 : usualPort);
  const closedBecause =
    options.open === undefined ? undefined : "this is a session of the past; it takes no events";
  try {
    const { host, ui } = options;
    return await startEndpoint({ session, host, port, forwarder, ui, closedBecause });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "EADDRINUSE")
      throw new BadInput(`Port ${port} is taken, perhaps by another \`dd0c-track dev\`.`, {
        help: "Say `--port 0` for a free one.",
      });
    if (code === "EACCES")
      throw new BadInput(`Port ${port} may not be opened by you.`, { help: "Say `--port 8010`." });
    if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND")
      throw new BadInput(`This machine has no address "${options.host}".`);
    throw error;
  }
}

function greet(
  { plan, folder }: OnePlan,
  { url }: Endpoint,
  file: string | null,
  command: readonly string[],
  options: DevOptions,
  { err, errColours: { bold, cyan, dim }, folder: cwd }: Terminal,
): void {
  const line = (what: string, value: string): string => `  ${dim(what.padEnd(9))}${value}\n`;
  const shown = file === null ? null : shownFrom(cwd, folder)(relativeTo(folder, file));
  err(
    `\n  ${bold("dd0c-track dev")}  ${dim(planCounts(plan))}\n\n` +
      (options.ui === false ? "" : line("Page", cyan(url))) +
      line("Clients", `POSTHOG_HOST=${url}`) +
      (options.forward === undefined ? "" : line("Forwards", options.forward)) +
      (shown === null ? "" : line("Keeps", shown)) +
      (command.length > 0 ? "\n" : `\n  ${dim("Ctrl-C ends it.")}\n\n`),
  );
}

function relativeTo(folder: string, path: string): string {
  return path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : path;
}

/** Waits for the command, or for Ctrl-C; answers with the command's exit code. */
async function untilEnd(
  session: Session,
  { url }: Endpoint,
  command: readonly string[],
  { env, folder }: Terminal,
): Promise<number | null> {
  let stop = (_signal: NodeJS.Signals): void => {};
  const onSignal = (signal: NodeJS.Signals): void => stop(signal);
  process.on("SIGINT", onSignal);
  process.on("SIGTERM", onSignal);
  try {
    if (command.length === 0) {
      await new Promise<void>((done) => {
        stop = () => done();
      });
      return null;
    }
    const running: Running = await runCommand(command, folder, commandEnv(env, url));
    // A terminal's Ctrl-C reaches the command by itself; to be told twice does it no good.
    stop = (signal) => {
      if (signal === "SIGTERM") running.stop(signal);
    };
    const { code } = await running.ended;
    await settle(session);
    return code;
  } finally {
    process.off("SIGINT", onSignal);
    process.off("SIGTERM", onSignal);
  }
}

/** What a browser or a process sends while it ends arrives a moment later. */
async function settle({ counts }: Session): Promise<void> {
  const until = Date.now() + mostSettling;
  for (let before = -1; counts.events !== before && Date.now() < until; ) {
    before = counts.events;
    await new Promise((done) => setTimeout(done, quiet));
  }
}

function tellForwarded(
  forwarder: Forwarder | undefined,
  { err, errColours: { dim } }: Terminal,
): void {
  if (forwarder === undefined) return;
  const { forwarded, failed, skipped } = forwarder.counts;
  err(
    dim(
      `Forwarded to ${forwarder.host}: ${forwarded} requests, ${failed} failed, ${skipped} skipped\n`,
    ),
  );
}
