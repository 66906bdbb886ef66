import { perEvent } from "../../plan/per-event.js";
import type { Funnel, Product, ResolvedPlan } from "../../plan/resolved-plan.js";
import { header } from "../../print/header.js";
import { manifestPii } from "./decisions.js";
import { manifestEvent } from "./event.js";
import { given } from "./given.js";
import { manifestProperty, manifestValue } from "./kinds.js";
import type { Manifest, ManifestFunnel, ManifestProduct } from "./manifest.js";
import type { ManifestEvent } from "./manifest-event.js";
import { membershipsOf } from "./memberships.js";

const remembered = perEvent<ManifestEvent>(({ products, funnels }) => [products, funnels]);

/** The manifest of a plan. */
export function compileManifest(plan: ResolvedPlan): Manifest {
  const { name, title, version, docs, privacy, person } = plan;
  const memberships = membershipsOf(plan);
  const { distinctId } = person;
  return {
    $comment: header(plan.origin.file),
    format: 1,
    plan: { name, title, version, file: plan.origin.file, ...given({ docs }) },
    runtimes: plan.runtimes.map((it) => it.name),
    products: plan.products.map(product),
    stages: plan.stages.map((it) => it.name),
    integrations: plan.integrations.map((it) => it.name),
    context: plan.context.map((field) => ({
      ...manifestProperty(field),
      from: field.from,
      ...given({ value: field.value, group: field.group }),
      runtimes: field.runtimes,
    })),
    superProperties: plan.superProperties.map(manifestProperty),
    groups: plan.groups.map((it) => ({ name: it.name, traits: it.traits.map(manifestProperty) })),
    person: {
      ...renamed(manifestPii(distinctId.pii)),
      traits: person.traits.map(manifestProperty),
    },
    privacy: {
      words: Object.fromEntries(privacy.words.map((it) => [it.word, it.class])),
      harmless: privacy.harmless,
    },
    reserved: plan.reserved,
    funnels: plan.funnels.map(funnel),
    types: plan.types.map((it) => ({ name: it.name, ...manifestValue(it) })),
    events: plan.events.map((event) =>
      remembered(event, plan, "", () => manifestEvent(event, memberships)),
    ),
  };
}

function product({ name, title, owner, features, activation }: Product): ManifestProduct {
  return {
    name,
    title,
    ...given({ owner }),
    features: features.map((it) => it.name),
    ...(activation === null
      ? {}
      : {
          activation: {
            event: activation.event,
            from: activation.from,
            within: activation.within.seconds,
          },
        }),
  };
}

function funnel({ name, product: holder, by, window, stages }: Funnel): ManifestFunnel {
  return {
    name,
    ...given({ product: holder }),
    by,
    window: window.seconds,
    stages: stages.map((stage) => ({
      name: stage.name,
      events: stage.events,
      ...(stage.where.length === 0 ? {} : { where: stage.where }),
      atLeast: stage.atLeast,
      ...(stage.optional ? { optional: true } : {}),
    })),
  };
}

function renamed({ pii }: ReturnType<typeof manifestPii>): Pick<Manifest["person"], "distinctId"> {
  return pii === undefined ? {} : { distinctId: pii };
}
