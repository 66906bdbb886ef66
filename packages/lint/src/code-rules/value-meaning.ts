import type { ValueFact } from "../code/value-fact.js";
import { nameWords, piiByName } from "../draft/personal-data.js";

/** The chain of names a value was read from, variables followed: `["user", "email"]`. */
export function chainOf(value: ValueFact): readonly string[] {
  return value.origin.length > 0 ? value.origin : value.path;
}

/** The chain as it is written: `user.email`. */
export function chainText(value: ValueFact): string {
  return chainOf(value).join(".");
}

/** The class of personal data that the last name of a value's chain gives away: `user.email` is an email. */
export function piiOfValue(value: ValueFact): string | null {
  if (value.literals !== null || value.kind === "boolean" || value.kind === "number") return null;
  for (const chain of [value.path, value.origin]) {
    const last = chain.at(-1);
    const found = last === undefined ? null : piiByName(last);
    if (found !== null && strongClasses.has(found.class)) return found.class;
  }
  return null;
}

/** Classes whose names leave little doubt; the rest is only looked at as keys. */
const strongClasses = new Set([
  "email",
  "phone",
  "ip",
  "person_name",
  "date_of_birth",
  "government_id",
  "financial",
  "secret",
  "user_agent",
]);

/** The value and everything that it is made of. */
export function partsOf(value: ValueFact, depth = 0): readonly ValueFact[] {
  if (depth > 8) return [value];
  return [value, ...value.parts.flatMap((part) => partsOf(part, depth + 1))];
}

const requests =
  /^(?:req|request|ctx|context|c|event|evt|e|apiGatewayEvent|message|command|payload|interaction)$/;
const untrusted =
  /^(?:body|rawBody|query|params|headers|cookies|searchParams|queryStringParameters|multiValueQueryStringParameters|rawQueryString|pathParameters|formData|text|form_data)$/;
const readers = /^(?:get|query|param|params|header|headers|queries|json|formData|parseBody|text)$/;

/** Where a value comes from a request that anybody may write: `req.body.tenant`; null where it does not. */
export function untrustedSource(value: ValueFact): string | null {
  for (const part of partsOf(value)) {
    for (const chain of [part.path, part.origin, part.call]) {
      const isAsked = chain.length > 1 && requests.test(chain[0] ?? "");
      if (isAsked && chain.slice(1).some((step) => untrusted.test(step))) return chain.join(".");
      if (/^(?:searchParams|formData|useSearchParams|useParams)$/.test(chain[0] ?? "")) {
        return chain.join(".");
      }
    }
    if (part.call.length > 1 && requests.test(part.call[0] ?? "")) {
      if (readers.test(part.call.at(-1) ?? "")) return `${part.call.join(".")}()`;
    }
  }
  return null;
}

/** Whether a value is made by a function that hashes. */
export function hashCall(value: ValueFact): string | null {
  const step = value.call.find((name) =>
    /^(?:.*hash.*|sha_?\d+.*|md5|hmac.*|digest|createHmac)$/i.test(name),
  );
  return step === undefined ? null : value.call.join(".");
}

const addresses: readonly RegExp[] = [
  /(?:^|\.)location(?:\.(?:href|search|hash))?$/,
  /(?:^|\.)document\.(?:referrer|URL|documentURI|location(?:\.href)?)$/,
  /^(?:req|request|ctx\.req|ctx\.request|c\.req)\.(?:url|originalUrl|rawUrl|href)$/,
  /^(?:router|route)\.(?:asPath|fullPath)$/,
  /(?:^|\.)headers\.referer$/,
];

/** The address that a value is: `window.location.href`; null for anything else. */
export function rawAddress(value: ValueFact): string | null {
  for (const part of partsOf(value)) {
    for (const chain of [part.path.join("."), part.origin.join(".")]) {
      if (addresses.some((address) => address.test(chain))) return chain;
    }
  }
  return null;
}

const typed: readonly RegExp[] = [
  /(?:^|\.)(?:target|currentTarget|current)\.value$/,
  /^(?:message|body|command|event|payload|msg)\.text$/,
  /(?:^|\.)(?:innerText|textContent|innerHTML)$/,
];

/** The chain of a value that a person typed; null for anything else. */
export function typedByPerson(value: ValueFact): string | null {
  for (const chain of [value.path.join("."), value.origin.join(".")]) {
    if (typed.some((pattern) => pattern.test(chain))) return chain;
  }
  return null;
}

/** Whether a key and the value's own last word say the same: `{ email: user.email }`. */
export function sameWord(key: string, value: ValueFact): boolean {
  const last = chainOf(value).at(-1);
  return last !== undefined && nameWords(last) === nameWords(key);
}
