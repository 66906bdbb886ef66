import { docsAddress } from "../../plan/docs-address.js";
import type { Event, ResolvedPlan } from "../../plan/resolved-plan.js";
import { docComment } from "../../print/doc-comment.js";
import type { Lines } from "../../print/lines.js";
import { memberPath, methodKey, propertyKey } from "../../print/names.js";
import { type Client, whereIs } from "./client.js";
import { addStretch } from "./event-stretch.js";
import { allOptional, eventTypeName, hasDepth } from "./event-type.js";
import type { Imports } from "./imports.js";

/** A word of the events' names: an event, or further words below it. */
interface Branch {
  readonly children: Map<string, Branch>;
  event: Event | null;
}

/** The interface behind `track`: a member for each word of a name, a method for each event. */
export function addTrackInterface(lines: Lines, client: Client): void {
  lines.add(
    "",
    ...docComment([
      `Every event of ${client.product.title} ${whereIs[client.runtime]}, by its name's words.`,
    ]),
  );
  lines.block(
    `export interface Track<Context extends readonly unknown[]> extends ${client.imports.core("TrackByName")}<Events, Context> {`,
    () => addBranch(lines, treeOf(client.events), client),
    "}",
  );
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

function addBranch(lines: Lines, { children }: Branch, client: Client): void {
  for (const [word, branch] of children) {
    const { event } = branch;
    if (event !== null)
      addStretch(lines, event, client, "method", (stretch, { imports }) =>
        addMethod(stretch, word, event, client.plan, imports),
      );
    else
      lines.block(`readonly ${propertyKey(word)}: {`, () => addBranch(lines, branch, client), "};");
  }
}

function addMethod(
  lines: Lines,
  word: string,
  event: Event,
  plan: ResolvedPlan,
  imports: Imports,
): void {
  const name = eventTypeName(event);
  const isEmpty = event.properties.every((property) => property.type.kind === "const");
  const exact = (): string => imports.core(hasDepth(event) ? "ExactDeep" : "Exact");
  const properties = `properties${allOptional(event) ? "?" : ""}: ${isEmpty ? name : `${exact()}<${name}, P>`}`;
  lines.add(
    ...docComment(eventDoc(event, plan), deprecatedTag(event)),
    `${methodKey(word)}${isEmpty ? "" : `<P extends ${name}>`}(${properties}, ...context: Context): void;`,
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
  const instead =
    replacedBy === null ? "" : ` Use \`${memberPath("track", replacedBy.split("."))}\`.`;
  return [
    `@deprecated ${reason}${instead}${sunset === null ? "" : ` It may be removed after ${sunset}.`}`,
  ];
}
