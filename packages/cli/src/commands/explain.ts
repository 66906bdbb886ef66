import { catalogue, didYouMean } from "@dd0c/track-codegen";
import { BadInput } from "../bad-input.js";
import { type CodePage, codePages } from "../code-pages.js";
import { type ExitCode, exitCode } from "../exit-code.js";
import { ruleFacts } from "../rules/rule-facts.js";
import type { Terminal } from "../terminal.js";

const pages: readonly (readonly [string, CodePage])[] = [...codePages];

/** `dd0c-track explain [code]`: prints a code's page; without one, all codes. */
export function explain(code: string | undefined, terminal: Terminal): ExitCode {
  terminal.out(code === undefined ? list(terminal) : page(code, terminal));
  return exitCode.clean;
}

function list({ colours: { bold, dim } }: Terminal): string {
  const width = Math.max(...pages.map(([code]) => code.length));
  const lines = [...pages]
    .sort(([, a], [, b]) => (a.id < b.id ? -1 : 1))
    .map(([code, { id, title }]) => `${bold(id)} ${code.padEnd(width)}  ${dim(title)}`);
  return `${lines.join("\n")}\n`;
}

function page(wanted: string, { colours }: Terminal): string {
  const { bold, dim, red, green } = colours;
  const [code, page] = find(wanted);
  const { id, title, why, fix, bad, good, family: _, ...facts } = page;
  const known = ruleFacts(facts, Object.hasOwn(catalogue, code));
  const lines = [
    bold(`${id} ${code}`) + dim(known.length === 0 ? "" : `  ${known.join(" · ")}`),
    title,
    "",
    why,
    "",
    `${bold("What to do:")} ${fix}`,
  ];
  if (bad !== undefined) lines.push("", bold(red("Bad:")), indented(bad));
  if (good !== undefined) lines.push("", bold(green("Good:")), indented(good));
  return `${lines.join("\n").trimEnd()}\n`;
}

function find(wanted: string): readonly [string, CodePage] {
  const word = wanted.trim().toLowerCase();
  const found = pages.find(([code, { id }]) => code === word || id.toLowerCase() === word);
  if (found !== undefined) return found;
  throw new BadInput(`There is no code "${wanted}".`, { help: nearCodes(wanted, word) });
}

function nearCodes(wanted: string, word: string): string {
  const words = pages.flatMap(([code, { id }]) => [code, id]);
  const near = didYouMean(wanted, words);
  if (near !== null) return near;
  const alike = pages.map(([code]) => code).filter((code) => word !== "" && code.includes(word));
  if (alike.length > 0 && alike.length < 8) return `There is ${alike.join(", ")}.`;
  return "Run `dd0c-track explain` for all of them.";
}

function indented(text: string): string {
  return text
    .trimEnd()
    .split("\n")
    .map((line) => `  ${line}`)
    .join("\n");
}
