import { docsPath } from "../../plan/docs-address.js";
import type { Event } from "../../plan/resolved-plan.js";
import { manifestDeprecation } from "./decisions.js";
import { given } from "./given.js";
import { manifestProperty } from "./kinds.js";
import type { ManifestEvent } from "./manifest-event.js";
import type { Memberships } from "./memberships.js";

/** An event as the manifest holds it, with the funnels and activations it plays a part in. */
export function manifestEvent(event: Event, memberships: Memberships): ManifestEvent {
  const { name, products, runtimes, path, description, sample, limit } = event;
  const { kind, stage, feature, integration, owner, expires } = event;
  return {
    name,
    products,
    runtimes,
    path,
    description,
    docs: docsPath(event),
    file: event.origin.file,
    ...given({ kind, stage, feature, integration, owner, expires, sample }),
    ...(event.stability === "experimental" ? { experimental: true } : {}),
    ...manifestDeprecation(event.deprecated),
    ...(event.personless ? { personless: true } : {}),
    ...(limit === null ? {} : { limit: { max: limit.max, per: limit.per.seconds, by: limit.by } }),
    ...(event.auto === null ? {} : { auto: event.auto.slack }),
    ...memberships.of(event),
    properties: event.properties.map(manifestProperty),
  };
}
