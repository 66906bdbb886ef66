/** What is forgiven for now: so many findings of a rule about a subject. */
export interface BaselineEntry {
  readonly rule: string;
  readonly subject: string;
  readonly count: number;
  /** The plan's name in the config, where there are several plans. */
  readonly plan?: string;
}

/** Findings that were there when the gate was switched on, sorted. */
export interface Baseline {
  readonly format: 1;
  readonly findings: readonly BaselineEntry[];
}

/** A baseline as text, an entry a line, so that each that is mended is a line less. */
export function printBaseline({ findings }: Baseline): string {
  const lines = [...findings].sort(byKey).map((entry) => `    ${JSON.stringify(inOrder(entry))}`);
  const list = lines.length === 0 ? "[]" : `[\n${lines.join(",\n")}\n  ]`;
  return `{\n  "format": 1,\n  "findings": ${list}\n}\n`;
}

/** Reads a baseline; the message says what is wrong with one that is none. */
export function parseBaseline(text: string): Baseline | { readonly problem: string } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { problem: `It is no JSON: ${error instanceof Error ? error.message : error}` };
  }
  if (!isRecord(value) || value.format !== 1 || !Array.isArray(value.findings))
    return { problem: 'It is no baseline: { "format": 1, "findings": [ … ] }.' };
  const odd = value.findings.findIndex((entry) => !isEntry(entry));
  if (odd !== -1)
    return { problem: `Entry ${odd + 1} is none: it has a rule, a subject, and a count from 1.` };
  return { format: 1, findings: value.findings.filter(isEntry) };
}

/** What makes an entry the same. */
export function keyOf({ rule, subject, plan }: Omit<BaselineEntry, "count">): string {
  return `${plan ?? ""}\n${rule}\n${subject}`;
}

function byKey(a: BaselineEntry, b: BaselineEntry): number {
  const [one, other] = [keyOf(a), keyOf(b)];
  return one < other ? -1 : one > other ? 1 : 0;
}

function inOrder({ rule, subject, count, plan }: BaselineEntry): BaselineEntry {
  return { ...(plan === undefined ? {} : { plan }), rule, subject, count };
}

function isEntry(value: unknown): value is BaselineEntry {
  if (!isRecord(value)) return false;
  const { rule, subject, count, plan } = value;
  const isNamed = typeof rule === "string" && typeof subject === "string";
  const isCounted = typeof count === "number" && Number.isInteger(count) && count > 0;
  return isNamed && isCounted && (plan === undefined || typeof plan === "string");
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
