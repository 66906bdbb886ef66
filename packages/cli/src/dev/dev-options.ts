import { InvalidArgumentError } from "commander";
import type { WorkspaceOptions } from "../workspace.js";

/** The formats that `dev --report` writes. */
export const reportFormats = ["json", "sarif", "junit", "markdown"] as const;

/** One of them. */
export type LiveFormat = (typeof reportFormats)[number];

/** A report that was asked for; `file` null: on standard output. */
export interface WantedReport {
  readonly format: LiveFormat;
  readonly file: string | null;
}

/** Options of `dev`. */
export interface DevOptions extends WorkspaceOptions {
  readonly plan?: string;
  readonly port?: number;
  readonly host?: string;
  /** False with `--no-ui`: no page, a line for each event. */
  readonly ui?: boolean;
  readonly forward?: string;
  readonly failOn?: readonly string[];
  /** The least share of planned events that must come, in per cent; true: report it, and ask for nothing. */
  readonly coverage?: number | true;
  readonly product?: string;
  readonly report?: readonly WantedReport[];
  /** False with `--no-keep`: events are held in memory alone. */
  readonly keep?: string | boolean;
  readonly open?: string | true;
  readonly sql?: string;
}

/** Reads `8010`. */
export function parsePort(text: string): number {
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port < 65_536) return port;
  throw new InvalidArgumentError("It is a number from 0 to 65535; 0 takes a free one.");
}

/** Reads `80` or `80%`. */
export function parseShare(text: string): number {
  const share = Number(text.replace(/\s*%$/, ""));
  if (text !== "" && share >= 0 && share <= 100) return share;
  throw new InvalidArgumentError("It is a share in per cent, from 0 to 100.");
}

/** Reads `https://us.i.posthog.com`. */
export function parseHost(text: string): string {
  try {
    const { protocol } = new URL(text);
    if (protocol === "http:" || protocol === "https:") return text;
  } catch {
    // Told below.
  }
  throw new InvalidArgumentError("It is an address such as https://us.i.posthog.com.");
}

/** Reads `sarif=live.sarif`, or `markdown` alone for standard output; may be said again. */
export function parseReport(
  text: string,
  before: readonly WantedReport[] = [],
): readonly WantedReport[] {
  const [name = "", ...rest] = text.split("=");
  const format = reportFormats.find((it) => it === name);
  if (format === undefined)
    throw new InvalidArgumentError(
      `It is ${reportFormats.join(", ")}, with =file for where it goes.`,
    );
  const file = rest.join("=");
  return [...before, { format, file: file === "" ? null : file }];
}

/** Reads `unknown,privacy`; may be said again. */
export function parseList(text: string, before: readonly string[] = []): readonly string[] {
  const words = text.split(",").map((word) => word.trim());
  return [...before, ...words.filter((word) => word !== "")];
}
