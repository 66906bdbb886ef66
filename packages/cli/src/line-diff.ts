import type { Colours } from "./terminal.js";

/** Lines of a diff that are shown; whoever wants more runs `generate` and asks Git. */
const maxLines = 40;

/** Lines around a change that are shown with it. */
const context = 2;

/** The difference of two texts as a unified diff, cut to a readable length; null text: no file. */
export function lineDiff(
  path: string,
  before: string | null,
  after: string | null,
  { red, green, dim, bold }: Colours,
): string {
  const paint = { "-": red, "+": green, " ": dim } as const;
  const lines = hunks(changes(linesOf(before), linesOf(after)));
  const shown = lines
    .slice(0, maxLines)
    .map((line) =>
      typeof line === "string" ? dim(line) : paint[line.sign](`${line.sign}${line.text}`),
    );
  const rest = lines.length - shown.length;
  const more = rest > 0 ? [dim(`  … and ${rest} more lines`)] : [];
  const head = [
    bold(red(`--- ${before === null ? "/dev/null" : path}`)),
    bold(green(`+++ ${after === null ? "/dev/null" : path}`)),
  ];
  return `${[...head, ...shown, ...more].join("\n")}\n`;
}

/** The first line, counted from 1, on which two texts differ. */
export function firstDifference(before: string, after: string): number {
  const [old, now] = [linesOf(before), linesOf(after)];
  const at = old.findIndex((line, index) => line !== now[index]);
  return at === -1 ? Math.max(1, old.length) : at + 1;
}

interface Line {
  readonly sign: "-" | "+" | " ";
  readonly text: string;
  /** Its number before and after. */
  readonly old: number;
  readonly now: number;
}

function linesOf(text: string | null): readonly string[] {
  if (text === null || text === "") return [];
  return text.replace(/\r?\n$/, "").split(/\r?\n/);
}

/** Every line with its sign: what both ends share is set aside, the middle is compared. */
function changes(before: readonly string[], after: readonly string[]): readonly Line[] {
  let head = 0;
  while (head < before.length && head < after.length && before[head] === after[head]) head += 1;
  let tail = 0;
  const room = Math.min(before.length, after.length) - head;
  while (tail < room && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  const middle = middleChanges(
    before.slice(head, before.length - tail),
    after.slice(head, after.length - tail),
  );
  const signs: readonly Line["sign"][] = [
    ...Array<" ">(head).fill(" "),
    ...middle,
    ...Array<" ">(tail).fill(" "),
  ];
  let [old, now] = [0, 0];
  return signs.map((sign) => {
    const text = (sign === "+" ? after[now] : before[old]) ?? "";
    const line = { sign, text, old: old + 1, now: now + 1 };
    if (sign !== "+") old += 1;
    if (sign !== "-") now += 1;
    return line;
  });
}

/** Cells of the table that are compared at most; beyond, all is said to be replaced. */
const maxCells = 4_000_000;

/** Signs that lead from one middle to the other, by longest common subsequence. */
function middleChanges(
  before: readonly string[],
  after: readonly string[],
): readonly Line["sign"][] {
  if (before.length * after.length > maxCells) {
    return [...before.map(() => "-" as const), ...after.map(() => "+" as const)];
  }
  const width = after.length + 1;
  const common = new Uint32Array((before.length + 1) * width);
  const at = (row: number, column: number): number => common[row * width + column] ?? 0;
  for (let row = before.length - 1; row >= 0; row--) {
    for (let column = after.length - 1; column >= 0; column--) {
      common[row * width + column] =
        before[row] === after[column]
          ? at(row + 1, column + 1) + 1
          : Math.max(at(row + 1, column), at(row, column + 1));
    }
  }
  const signs: Line["sign"][] = [];
  let [row, column] = [0, 0];
  while (row < before.length || column < after.length) {
    const same = row < before.length && before[row] === after[column] && column < after.length;
    if (same) signs.push(" ");
    else if (
      column >= after.length ||
      (row < before.length && at(row + 1, column) >= at(row, column + 1))
    ) {
      signs.push("-");
    } else signs.push("+");
    if (signs.at(-1) !== "+") row += 1;
    if (signs.at(-1) !== "-") column += 1;
  }
  return signs;
}

/** Changed lines with their context; a string is a hunk's heading. */
function hunks(lines: readonly Line[]): readonly (Line | string)[] {
  const near = new Uint8Array(lines.length);
  lines.forEach(({ sign }, index) => {
    if (sign === " ") return;
    near.fill(1, Math.max(0, index - context), index + context + 1);
  });
  const shown: (Line | string)[] = [];
  lines.forEach((line, index) => {
    if (near[index] !== 1) return;
    if (index === 0 || near[index - 1] !== 1) shown.push(heading(lines, near, index));
    shown.push(line);
  });
  return shown;
}

function heading(lines: readonly Line[], near: Uint8Array, index: number): string {
  const end = near.indexOf(0, index);
  const hunk = lines.slice(index, end === -1 ? lines.length : end);
  const [first] = hunk;
  const count = (sign: "-" | "+"): number => hunk.filter((line) => line.sign !== sign).length;
  return `@@ -${first?.old ?? 0},${count("+")} +${first?.now ?? 0},${count("-")} @@`;
}
