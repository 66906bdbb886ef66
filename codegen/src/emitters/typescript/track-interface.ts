import { docsAddress } from "../../plan/docs-address.js";
import type { Event, ResolvedPlan } from "../../plan/resolved-plan.js";
import { docComment } from "../../print/doc-comment.js";
import type { Lines } from "../../print/lines.js";
import { propertyKey } from "../../print/names.js";
import { type Client, whereIs } from "./client.js";
import { allOptional, eventTypeName, hasDepth } from "./event-type.js";

/** A word of the events' names: an event, or further words below it. */
interface Branch {
  readonly children: Map<string, Branch>;
  event: Event | null;
}

/** The interface behind `track`: a member for each word of a name, a method for each event. */
export function addTrackInterface(lines: Lines, client: Client): void {
  lines.add(
    "",
    `/** Every event of ${client.product.title} ${whereIs[client.runtime]}, by its name's words: \`${exampleCall(client)}\`. */`,
  );
  lines.block(
    "export interface Track<Context extends readonly unknown[]> extends TrackByName<Events, Context> {",
    () => addBranch(lines, treeOf(client.events), client.plan),
    "}",
  );
}

/** A call of the client's first event that is in use, as the caller writes it. */
export function exampleCall({ events }: Client): string {
  const event = events.find((it) => it.deprecated === null && it.kind === "feature") ?? events[0];
  const path =
    event?.path
      .map((word) => (/^[A-Za-z_$][\w$]*$/.test(word) ? `.${word}` : `[${JSON.stringify(word)}]`))
      .join("") ?? "";
  return `track${path}(${event === undefined || event.properties.length === 0 ? "" : "{ … }"})`;
}

function treeOf(events: readonly Event[]): Branch {
  const root: Branch = { children: new Map(), event: null };
  for (const event of events) {
    let branch = root;
    for (const word of event.path) {
      let next = branch.children.get(word);
      if (next === undefined) {
        next = { children: new Map(), event: null };
        branch.children.set(word, next);
      }
      branch = next;
    }
    branch.event = event;
  }
  return root;
}

function addBranch(lines: Lines, { children }: Branch, plan: ResolvedPlan): void {
  for (const [word, branch] of children) {
    if (branch.event !== null) addMethod(lines, word, branch.event, plan);
    else
      lines.block(`readonly ${propertyKey(word)}: {`, () => addBranch(lines, branch, plan), "};");
  }
}

function addMethod(lines: Lines, word: string, event: Event, plan: ResolvedPlan): void {
  const name = eventTypeName(event);
  const isEmpty = event.properties.every((property) => property.type.kind === "const");
  const properties = `properties${allOptional(event) ? "?" : ""}: ${isEmpty ? name : `${hasDepth(event) ? "ExactDeep" : "Exact"}<${name}, P>`}`;
  lines.add(
    ...docComment(eventDoc(event, plan), deprecatedTag(event)),
    `${propertyKey(word)}${isEmpty ? "" : `<P extends ${name}>`}(${properties}, ...context: Context): void;`,
  );
}

/** What an editor shows when somebody hovers over the call. */
function eventDoc(event: Event, plan: ResolvedPlan): readonly (string | null)[] {
  const address = docsAddress(plan, event);
  const facts = [
    event.owner === null ? null : `Owner: ${event.owner}`,
    event.stability === "stable" ? null : event.stability,
    event.sample === null ? null : `sampled at ${event.sample.rate}`,
    event.limit === null ? null : `at most ${event.limit.max} per ${event.limit.per.text}`,
    address === null ? null : `[docs](${address})`,
  ];
  return [
    event.description,
    event.trigger === null ? null : `Sent when: ${event.trigger}`,
    event.answers === null ? null : `Answers: ${event.answers}`,
    facts.filter((fact) => fact !== null).join(" · "),
  ];
}

function deprecatedTag({ deprecated }: Event): readonly string[] {
  if (deprecated === null) return [];
  const { reason, replacedBy, sunset } = deprecated;
  const instead = replacedBy === null ? "" : ` Use \`track.${replacedBy}\`.`;
  return [
    `@deprecated ${reason}${instead}${sunset === null ? "" : ` It may be removed after ${sunset}.`}`,
  ];
}
