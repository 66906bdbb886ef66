import type { JsonValue } from "@dd0c/track-codegen";
import type { PlanRule } from "../plan-rule.js";
import { yaml } from "../yaml.js";

/** P223: examples are made up. */
export const exampleRealLookingPii: PlanRule = {
  page: {
    id: "P223",
    name: "example-real-looking-pii",
    family: "plan",
    title: "An example that may be somebody's own data",
    why: "A plan is read by everybody, published as docs, and kept in Git for ever. Real addresses and keys have been copied into them before.",
    fix: "Take what is set aside for examples: example.com, 192.0.2.1, +1 555 0100, a card number of all fours and a two.",
    severity: "error",
    preset: "recommended",
    locked: false,
    bad: yaml`
      properties:
        contact: { type: string, pii: email, description: Who answers., examples: [jo.miller@gmail.com] }
    `,
    good: yaml`
      properties:
        contact: { type: string, pii: email, description: Who answers., examples: [jo.miller@example.com] }
    `,
  },
  check: ({ properties }) =>
    properties.flatMap((subject) => {
      const { name, examples } = subject.property;
      const found = examples
        .flatMap(textsIn)
        .map(looksReal)
        .find((it) => it !== null);
      if (found === undefined || found === null) return [];
      return [
        {
          subject,
          message: `An example of "${name}" looks like a real ${found.what}.`,
          help: `Take ${found.instead}.`,
        },
      ];
    }),
};

interface Pattern {
  readonly what: string;
  readonly form: RegExp;
  readonly harmless: RegExp;
  readonly instead: string;
}

const patterns: readonly Pattern[] = [
  {
    what: "e-mail address",
    form: /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/i,
    harmless:
      /@(?:[\w.-]+\.)?(?:example\.(?:com|net|org|edu)|[\w-]*\.?(?:example|test|invalid|localhost))$/i,
    instead: "an address at example.com",
  },
  {
    what: "phone number",
    form: /(?:^|\s)\+\d[\d ().-]{7,17}\d\b/,
    harmless: /555|^\s*\+44 ?(?:20 ?7946|7700 ?900)|0{4}|1234/,
    instead: "a number with 555, such as +1 202 555 0100",
  },
  {
    what: "IP address",
    form: /^(?:\d{1,3}\.){3}\d{1,3}$/,
    harmless:
      /^(?:192\.0\.2|198\.51\.100|203\.0\.113|10|127|0|192\.168|172\.(?:1[6-9]|2\d|3[01]))\./,
    instead: "an address of 192.0.2.0/24",
  },
  {
    what: "key or token",
    form: /\b(?:sk_live_\w{8,}|gh[pousr]_\w{20,}|xox[abprs]-[\w-]{10,}|AKIA[0-9A-Z]{16}|AIza[\w-]{30,}|phx_\w{20,}|eyJ[\w-]{10,}\.[\w-]{10,}\.[\w-]+)/,
    harmless: /EXAMPLE|example|xxxx/,
    instead: "no key at all, or one with EXAMPLE in it",
  },
  {
    what: "social security number",
    form: /^\d{3}-\d{2}-\d{4}$/,
    harmless: /^(?:000|666|9\d\d)|-00-|-0000$|^123-45-6789$/,
    instead: "000-00-0000",
  },
];

function looksReal(text: string): Pick<Pattern, "what" | "instead"> | null {
  for (const { what, form, harmless, instead } of patterns) {
    const match = form.exec(text)?.[0];
    if (match !== undefined && !harmless.test(match)) return { what, instead };
  }
  const digits = text.replaceAll(/[ -]/g, "");
  const isCard = /^\d{13,19}$/.test(digits) && /[ -]/.test(text) && isLuhn(digits);
  if (isCard && !/^(?:4242|4000|5555|3782|6011)/.test(digits))
    return { what: "card number", instead: "4242 4242 4242 4242" };
  return null;
}

/** Whether the digits end in their check digit, as those of cards do. */
function isLuhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 1 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

function textsIn(value: JsonValue): readonly string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}
