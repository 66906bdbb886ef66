import type { DraftProperty, DraftType } from "./draft.js";

type Pii = NonNullable<DraftProperty["pii"]>;

/** Words that give personal data away, as part of a name; the class that they stand for. */
const words: readonly (readonly [RegExp, string, Pii["handling"]])[] = [
  [
    /^(?:e_?mail|correo|courriel)(?:_address|_addr)?$|(?:^|_)e?mail$|(?:^|_)email_address$/,
    "email",
    "hash",
  ],
  [/(?:^|_)(?:phone|telephone|mobile|msisdn|telefon)(?:_number|_no)?$/, "phone", "hash"],
  [/^(?:ip|ip_?address|client_ip|remote_addr|user_ip|x_forwarded_for)$/, "ip", "drop"],
  [
    /^(?:first|last|full|given|family|middle|sur|maiden|user|person|customer|contact|display)_?name$|^surname$|^vorname$|^nachname$/,
    "person_name",
    "drop",
  ],
  [
    /(?:^|_)(?:street|postal_address|home_address|billing_address|shipping_address|zip_?code|postcode)$|^address(?:_line)?_?\d?$/,
    "address",
    "drop",
  ],
  [/^(?:dob|birthday|birth_?date|date_of_birth|geburtsdatum)$/, "date_of_birth", "drop"],
  [
    /(?:^|_)(?:ssn|social_security(?:_number)?|passport(?:_number)?|tax_id|national_id)$/,
    "government_id",
    "drop",
  ],
  [
    /(?:^|_)(?:iban|card_number|credit_card|bank_account|account_number|cvv|cvc)$/,
    "financial",
    "drop",
  ],
  [
    /(?:^|_)(?:password|passwd|secret|api_?key|access_token|refresh_token|auth_token|session_token|cookie|authorization)$/,
    "secret",
    "drop",
  ],
  [/^user_?agent$/, "user_agent", "drop"],
  [/^(?:latitude|longitude|lat|lng|lon|geo|geolocation|coordinates)$/, "location", "drop"],
];

/** Words of text that somebody typed. */
const freeText = /^(?:message|comment|feedback|query|prompt|search_?(?:query|term)|body|note|bio)$/;

/** A property's name as its words: `viewerEmail` → `viewer_email`. */
export function nameWords(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, "$1_$2")
    .replace(/[^A-Za-z0-9]+/g, "_")
    .toLowerCase();
}

/** The class of personal data that a name gives away, with the handling that is safe; null for none. */
export function piiByName(name: string): Pii | null {
  const plain = nameWords(name);
  if (
    /^(?:has|is|was|num|count|total)_|_(?:count|total|type|status|verified|enabled|length|hash|domain)$/.test(
      plain,
    )
  ) {
    return null;
  }
  const known = words.find(([pattern]) => pattern.test(plain));
  return known === undefined ? null : { class: known[1], handling: known[2] };
}

/** Whether a name promises text that a person typed. */
export function isFreeText(name: string): boolean {
  return freeText.test(nameWords(name));
}

/**
 * The decision that a draft takes for a property: what looks like personal data is hashed or
 * dropped until somebody decides. Only text can be hashed, so anything else is dropped.
 */
export function personalData(name: string, type: DraftType): Pick<DraftProperty, "pii"> {
  const pii = piiByName(name);
  if (pii === null || type.kind === "boolean") return {};
  return { pii: type.kind === "string" ? pii : { ...pii, handling: "drop" } };
}
