import type { Collected } from "./collect.js";
import { expectWord } from "./expect-word.js";
import type { Report } from "./report.js";
import type { PiiClass } from "./resolved-plan.js";
import { expectUsableName } from "./usable-name.js";

/** The classes of personal data that every plan knows, with the handling that is safe for each. */
export const builtInPiiClasses: readonly PiiClass[] = [
  {
    name: "account_id",
    description: "An account's id at another provider, such as a cloud account.",
    handling: "hash",
  },
  { name: "address", description: "A postal address.", handling: "drop" },
  { name: "date_of_birth", description: "When a person was born.", handling: "drop" },
  { name: "device_id", description: "An id of a device or browser.", handling: "hash" },
  { name: "email", description: "An e-mail address.", handling: "hash" },
  { name: "financial", description: "A card or bank account number.", handling: "drop" },
  {
    name: "free_text",
    description: "Text that a person typed and that may say anything.",
    handling: "drop",
  },
  { name: "government_id", description: "A number a state gave to a person.", handling: "drop" },
  { name: "handle", description: "A name a person chose on some service.", handling: "hash" },
  { name: "ip", description: "An IP address.", handling: "drop" },
  { name: "location", description: "Where a person is.", handling: "drop" },
  { name: "person_name", description: "A person's name.", handling: "drop" },
  { name: "phone", description: "A telephone number.", handling: "hash" },
  { name: "secret", description: "A password, token, key or cookie.", handling: "drop" },
  { name: "url", description: "An address that may hold ids or tokens.", handling: "drop" },
  { name: "user_agent", description: "What a browser says of itself.", handling: "drop" },
  {
    name: "user_id",
    description: "An id of a person in the product or at a provider.",
    handling: "hash",
  },
];

/** How much each handling protects; a refinement may not go down. */
export const protection: Readonly<Record<PiiClass["handling"], number>> = {
  allow: 0,
  hash: 1,
  drop: 2,
};

/** The built-in classes with the plan's own; the classes that its words give away are among them. */
export function resolvePiiClasses(
  { root: { value, file } }: Collected,
  report: Report,
): ReadonlyMap<string, PiiClass> {
  const { classes: own = {}, words = {} } = value.privacy ?? {};
  const classes = new Map(builtInPiiClasses.map((it) => [it.name, it]));
  for (const [name, { description, handling }] of Object.entries(own)) {
    expectUsableName(name, "class of personal data", file.located.keySpan(own, name), report);
    const known = classes.get(name)?.description ?? null;
    classes.set(name, { name, description: description ?? known, handling });
  }
  for (const [word, name] of Object.entries(words)) {
    expectWord(name, [...classes.keys()], file.located.valueSpan(words, word), report, {
      code: "pii-class-unknown",
      what: "class of personal data",
      where: "`privacy: classes:`",
    });
  }
  return classes;
}
