/** What the site's list of events knows of each, and by what it is filtered. */
export function eventIndex(plan) {
  const titleOf = (list, name) => list.find((it) => it.name === name)?.title ?? name;
  const events = plan.events.map((event) => {
    const all = event.products.length === plan.products.length && event.products.length > 1;
    const products = event.products.map((name) => titleOf(plan.products, name));
    const owner = event.owner === null ? null : titleOf(plan.teams, event.owner);
    const stability = event.deprecated === null ? event.stability : "deprecated";
    return {
      name: event.name,
      path: `/${pathOf(event)}`,
      description: event.description,
      text: [event.name, event.description, event.answers, event.trigger, ...event.tags]
        .join(" ")
        .toLowerCase(),
      facts: [
        all ? "all products" : products.join(", "),
        event.stage === null ? null : wordsOf(event.stage),
        `from ${event.runtimes.join(", ")}`,
        owner,
        stability === "stable" ? null : stability,
      ]
        .filter((fact) => fact !== null)
        .join(" · "),
      isDeprecated: event.deprecated !== null,
      product: event.products,
      stage: listOf(event.stage),
      owner: listOf(event.owner),
      runtime: event.runtimes,
      tag: event.tags,
      stability: [stability],
    };
  });
  const filters = [
    filter("product", "Product", plan.products),
    filter("stage", "Stage", plan.stages),
    filter("owner", "Owner", plan.teams),
    filter("runtime", "Runtime", plan.runtimes),
    filter("tag", "Tag", namesOf(events.flatMap(({ tag }) => tag))),
    filter("stability", "Stability", namesOf(["stable", "experimental", "deprecated"])),
  ]
    .map((it) => ({ ...it, values: it.values.filter((one) => isUsed(events, it.key, one.value)) }))
    .filter(({ values }) => values.length > 1);
  return { events, filters };
}

/** Where an event's page is on the site, as the emitter's `docs-address.ts` says it. */
function pathOf({ name, products, lineage }) {
  const page = `events/${name.replace(/[^\p{L}\p{N}._-]+/gu, "-")}.html`;
  if (!lineage.some(({ kind }) => kind === "extension")) return page;
  return `${page}#in-${products.join("-")}`.toLowerCase();
}

function filter(key, title, list) {
  const values = list.map((it) => ({ value: it.name, title: it.title ?? wordsOf(it.name) }));
  return { key, title, values };
}

function namesOf(values) {
  return [...new Set(values)].sort().map((name) => ({ name, title: name }));
}

function isUsed(events, key, value) {
  return events.some((event) => event[key].includes(value));
}

function listOf(value) {
  return value === null ? [] : [value];
}

function wordsOf(name) {
  const words = name.replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
