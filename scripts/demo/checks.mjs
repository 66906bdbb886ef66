// What must be true of everything that arrived, whoever sent it.

/** PostHog's own events, which no tracking plan holds. */
const isPostHogs = ({ event }) => event.startsWith("$");
/** What PostHog's clients write beside the plan's properties. */
const posthogKeys = ["token", "distinct_id"];

/** Holds every event of ours to the plan's JSON Schema, and to what each event must carry. */
export async function checkAgainstPlan(events, bundle) {
  const { default: Ajv } = await import("ajv/dist/2020.js");
  const { default: addFormats } = await import("ajv-formats");
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats(ajv);
  ajv.addSchema(bundle, "plan");
  const ours = events.filter((event) => !isPostHogs(event));
  const wrong = new Map();
  const note = (event, what) =>
    wrong.set(`${event}: ${what}`, (wrong.get(`${event}: ${what}`) ?? 0) + 1);
  for (const { event, uuid, timestamp, properties } of ours) {
    const schema = bundle.$defs[event] && ajv.getSchema(`plan#/$defs/${event}`);
    if (!schema) {
      note(event, "is not in the plan");
      continue;
    }
    const own = Object.fromEntries(
      Object.entries(properties).filter(([key]) => !posthogKeys.includes(key)),
    );
    if (!schema(own))
      for (const error of schema.errors.filter(isTelling)) note(event, describe(error));
    if (!uuid) note(event, "has no uuid");
    if (!timestamp && !properties.timestamp) note(event, "has no timestamp");
    if (!properties.$groups?.tenant) note(event, "has no $groups.tenant");
  }
  const theirs = countBy(events.filter(isPostHogs), ({ event }) => event);
  return {
    checked: ours.length,
    theirs,
    wrong: [...wrong].map(([what, times]) => ({ what, times })),
  };
}

/** Looks for raw values in everything that was received: addresses, headers' paths and bodies. */
export function findRaw(bodies, raw) {
  return raw.filter((value) => bodies.some((body) => body.includes(value)));
}

/** How many there are of each. */
export function countBy(list, key) {
  const counts = {};
  for (const item of list) counts[key(item)] = (counts[key(item)] ?? 0) + 1;
  return counts;
}

function isTelling({ keyword }) {
  return !["anyOf", "if", "allOf"].includes(keyword);
}

function describe({ instancePath, message, params }) {
  const where = instancePath.slice(1).replaceAll("/", ".") || "properties";
  const what =
    params.additionalProperty ?? params.unevaluatedProperty ?? params.allowedValues?.join(", ");
  return `${where} ${message}${what ? ` (${what})` : ""}`;
}
