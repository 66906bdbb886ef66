import type { StringType } from "@dd0c/track-codegen";
import { type Lengths, patternLengths } from "./pattern-lengths.js";

/** The lengths that a format leaves possible, where it leaves no others. */
const formatLengths: Readonly<Record<string, Lengths>> = {
  uuid: { min: 36, max: 36 },
  date: { min: 10, max: 10 },
  "date-time": { min: 20, max: null },
  ipv4: { min: 7, max: 15 },
  ipv6: { min: 2, max: 45 },
  email: { min: 3, max: null },
  hostname: { min: 1, max: 253 },
};

/** The lengths that a text can have: what is said, and what its format and pattern imply. */
export function textLengths({ minLength, maxLength, format, pattern }: StringType): Lengths {
  const said: Lengths = { min: minLength ?? 0, max: maxLength };
  const byFormat = format === null ? undefined : formatLengths[format];
  const byPattern = pattern === null ? null : patternLengths(pattern);
  return [byFormat, byPattern].reduce<Lengths>(
    (known, other) => (other === undefined || other === null ? known : narrower(known, other)),
    said,
  );
}

function narrower(a: Lengths, b: Lengths): Lengths {
  const max = a.max === null ? b.max : b.max === null ? a.max : Math.min(a.max, b.max);
  return { min: Math.max(a.min, b.min), max };
}
