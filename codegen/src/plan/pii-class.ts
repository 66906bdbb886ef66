import type { PiiClass } from "./resolved-plan.js";

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
