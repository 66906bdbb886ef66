import { type LiveEvent, livePages, type SessionWatcher } from "@dd0c/track-live";
import { printable } from "../reporters/cells.js";
import type { Terminal } from "../terminal.js";

/** Lines in a second; a person reads less, and a pipe that nobody empties must not grow. */
const mostLines = 500;

/** Prints a line for each event, as a good log does: when, verdict, name, whose, and what is wrong. */
export function printEvents({ out, colours }: Terminal): SessionWatcher {
  const { red, green, yellow, dim, bold, cyan } = colours;
  const marks = { good: green("✓"), warned: yellow("!"), bad: red("✗"), posthog: dim("·") };
  let second = 0;
  let lines = 0;
  let width = 24;

  /** Whether there is room for a line in this second; what there was none for is told in the next. */
  function hasRoom(at: number): boolean {
    const now = Math.floor(at / 1000);
    if (now !== second) {
      if (lines > mostLines) out(dim(`             … and ${lines - mostLines} events more\n`));
      second = now;
      lines = 0;
    }
    lines++;
    return lines <= mostLines;
  }

  function line({ at, verdict, arrived, product, tenant, runtime, violations }: LiveEvent): string {
    const name = printable(arrived.event.slice(0, 80));
    width = Math.min(44, Math.max(width, name.length));
    const padded = name.padEnd(width);
    const whose = [product, tenant, runtime].map((it) => printable((it ?? "–").slice(0, 32)));
    const facts = dim(
      `${(whose[0] ?? "").padEnd(8)} ${(whose[1] ?? "").padEnd(14)} ${(whose[2] ?? "").padEnd(7)}`,
    );
    const [worst, ...others] = violations;
    const start = `${dim(timeOf(at))} ${marks[verdict]} `;
    if (worst === undefined)
      return `${start}${verdict === "posthog" ? dim(padded) : padded} ${facts}`.trimEnd();
    const paint = worst.severity === "error" ? red : yellow;
    const more = others.length === 0 ? "" : dim(` (+${others.length} more)`);
    const code = bold(paint(`${livePages[worst.code].id} ${worst.code}`));
    return `${start}${bold(padded)} ${facts} ${code} ${printable(worst.message)}${hint(worst.help)}${more}`;
  }

  /** Only what is short and about this very event: the page of the code says the rest. */
  function hint(help: string | null): string {
    return help?.startsWith("Did you mean") ? ` ${cyan(help)}` : "";
  }

  return {
    events(events) {
      let text = "";
      for (const event of events) if (hasRoom(event.at)) text += `${line(event)}\n`;
      if (text !== "") out(text);
    },
    refused(reason, path) {
      const now = Date.now();
      if (!hasRoom(now)) return;
      const code = bold(red(`${livePages["refused-request"].id} refused-request`));
      out(
        `${dim(timeOf(now))} ${red("✗")} ${printable(path).padEnd(width)} ${code} ${printable(reason)}\n`,
      );
    },
  };
}

/** `09:30:01.204`, where the reader is. */
function timeOf(at: number): string {
  const date = new Date(at);
  const two = (value: number): string => String(value).padStart(2, "0");
  const clock = [date.getHours(), date.getMinutes(), date.getSeconds()].map(two).join(":");
  return `${clock}.${String(date.getMilliseconds()).padStart(3, "0")}`;
}
