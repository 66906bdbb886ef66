import type { Span } from "@dd0c/track-codegen";
import type { Analysis } from "../code/analysis.js";
import type { Site } from "../code/site.js";
import type { PropertyFact } from "../code/value-fact.js";
import type { Draft, DraftEvent, DraftProperty, DraftType } from "../draft/draft.js";
import { type FittedDraft, fitDraft } from "../draft/fit-draft.js";
import { isFreeText, personalData, piiByName } from "../draft/personal-data.js";
import { conventionOf, nearDuplicates } from "./naming.js";
import { valueType } from "./value-type.js";

/** What adopting needs beside the analysis. */
export interface AdoptOptions {
  /** The plan's name. */
  readonly name: string;
  /** `src/checkout.ts:12` of a span. */
  readonly show: (span: Span) => string;
}

/** A plan that was read out of code, and what a person should look at. */
export interface Adopted extends FittedDraft {
  readonly sites: number;
  readonly convention: ReturnType<typeof conventionOf>;
  readonly duplicates: readonly (readonly [string, string])[];
  /** Properties that read like personal data, as `event property class`. */
  readonly personal: readonly {
    readonly event: string;
    readonly property: string;
    readonly class: string;
  }[];
  /** What could not be seen, in sentences with places. */
  readonly unseen: readonly string[];
}

/** Call sites named in the comment over an event; the rest is counted. */
const mostPlaces = 5;

/** Writes the plan that a code base follows without having one. */
export function adoptPlan(analysis: Analysis, { name, show }: AdoptOptions): Adopted {
  const byName = new Map<string, Site[]>();
  const sites = analysis.sites.filter(({ place }) => !place.isInTest);
  for (const site of sites) {
    for (const event of site.event.names) {
      if (event.name.startsWith("$")) continue;
      const known = byName.get(event.name);
      if (known === undefined) byName.set(event.name, [site]);
      else known.push(site);
    }
  }
  const names = [...byName.keys()].sort();
  const convention = conventionOf(names);
  const breaking = new Set(convention?.breaking ?? []);
  const duplicates = nearDuplicates(names);
  const events = [...byName].map(([event, at]) => {
    const notes = [
      ...placeNotes(at, show),
      ...(breaking.has(event)
        ? [`review: most events are written in ${convention?.spelling}`]
        : []),
      ...duplicates
        .filter((pair) => pair.includes(event))
        .map(([one, other]) => `review: much like "${one === event ? other : one}"`),
      ...(at.every(({ tier }) => tier === "name")
        ? ["review: found by the call's name alone"]
        : []),
    ];
    return eventOf(event, at, notes, show);
  });
  const draft: Draft = {
    name,
    description: "What this code base sends today, read from its code by dd0c-track adopt.",
    runtimes: runtimesOf(analysis),
    notes: ["Written by `dd0c-track adopt`. From here on it is yours: say what each event means."],
    events,
  };
  const fitted = fitDraft(draft);
  return {
    ...fitted,
    sites: sites.length,
    convention,
    duplicates,
    personal: fitted.draft.events.flatMap(({ name: event, properties }) =>
      properties.flatMap((it) =>
        it.pii ? [{ event, property: it.name, class: it.pii.class }] : [],
      ),
    ),
    unseen: unseenIn(analysis, show),
  };
}

function placeNotes(sites: readonly Site[], show: AdoptOptions["show"]): readonly string[] {
  const places = [...new Set(sites.map(({ span }) => show(span)))];
  const rest = places.length - mostPlaces;
  return rest > 0 ? [...places.slice(0, mostPlaces), `… and ${rest} more`] : places;
}

function eventOf(
  name: string,
  sites: readonly Site[],
  notes: readonly string[],
  show: AdoptOptions["show"],
): DraftEvent {
  const keys = new Map<string, PropertyFact[]>();
  for (const { properties } of sites) {
    for (const entry of properties?.entries ?? []) {
      if (entry.key.startsWith("$")) continue;
      const known = keys.get(entry.key);
      if (known === undefined) keys.set(entry.key, [entry]);
      else known.push(entry);
    }
  }
  const hidden = sites.filter(({ properties }) => properties !== null && !properties.isComplete);
  const [first] = sites;
  const symbol = first?.place.symbol ?? "";
  const by = symbol === "" ? "" : ` (${symbol})`;
  return {
    name,
    description: `Sent in ${first?.span.file ?? "nothing"}${by}; what it means is still to be said.`,
    notes: [
      ...notes,
      ...hidden
        .slice(0, 2)
        .map(({ span }) => `review: ${show(span)} passes properties that cannot be seen`),
    ],
    properties: [...keys].map(([key, entries]) => propertyOf(key, entries, sites, show)),
  };
}

function propertyOf(
  name: string,
  entries: readonly PropertyFact[],
  sites: readonly Site[],
  show: AdoptOptions["show"],
): DraftProperty {
  const told = valueType(entries.map(({ value }) => value));
  const { nullable } = told;
  // An address, a name or a number of a person is text, whatever the code does not say.
  const isText = told.type.kind === "unknown" && piiByName(name) !== null;
  const type: DraftType = isText ? { kind: "string" } : told.type;
  const isEverywhere = sites.every((site) =>
    site.properties?.entries.some((entry) => entry.key === name && !entry.isConditional),
  );
  const personal = personalData(name, type);
  const [first] = entries;
  const place = first === undefined ? "" : ` at ${show(first.value.span)}`;
  return {
    name,
    description: `${name}, as the code passes it${place}.`,
    required: isEverywhere,
    type,
    ...(nullable ? { nullable } : {}),
    ...personal,
    notes: [
      ...(personal.pii ? [`review: looks like personal data (${personal.pii.class})`] : []),
      ...(isFreeText(name) && type.kind !== "enum"
        ? ["review: may be text that a person typed"]
        : []),
      ...(type.kind === "unknown" ? ["review: its type could not be told from the code"] : []),
    ],
  };
}

/** Where events are sent from, by the SDKs that the code imports. */
function runtimesOf({ touches }: Analysis): readonly string[] {
  const modules = touches.flatMap((touch) => (touch.kind === "import" ? [touch.module] : []));
  const isServer = modules.some((module) => /node|server/.test(module));
  const isBrowser = modules.some((module) => !/node|server/.test(module));
  return isServer === isBrowser ? ["browser", "node"] : [isServer ? "node" : "browser"];
}

function unseenIn(analysis: Analysis, show: AdoptOptions["show"]): readonly string[] {
  const calls = analysis.unresolved
    .filter(({ place }) => !place.isInTest)
    .map(({ span, calleeText, event }) => {
      const shape = event.pattern === null ? "" : `: ${event.pattern}`;
      return `${show(span)} ${calleeText} sends an event whose name is made at run time${shape}`;
    });
  const wrappers = analysis.wrappers
    .filter(({ calls: count, takesAnyString }) => count === 0 && takesAnyString)
    .map(
      (wrapper) =>
        `${show(wrapper.span)} ${wrapper.name} sends any event, and nobody is seen to call it`,
    );
  const files = analysis.skipped
    .filter(({ reason }) => reason !== "no-script")
    .map(
      ({ file, reason, detail }) =>
        `${file} was not read (${reason}${detail === "" ? "" : `: ${detail}`})`,
    );
  return [...calls, ...wrappers, ...files];
}
