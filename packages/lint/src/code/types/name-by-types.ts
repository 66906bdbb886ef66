import type { Span } from "@dd0c/track-codegen";
import type { Analysis } from "../analysis.js";
import type { EventName, UnresolvedEvent } from "../event-fact.js";
import type { Site, UnresolvedSite } from "../site.js";

/** Somebody who knows types: a type checker, or what a test says. */
export interface TypeAsker {
  /** The strings that the expression exactly there may be; null where it may be any other value too. */
  textsAt(span: Span): readonly string[] | null;
}

/**
 * The last phase, for what names, imports and constants leave open: calls whose event argument has a
 * union of literals for its type become sites with these names. All others stay unresolved.
 */
export function nameByTypes(analysis: Analysis, asker: TypeAsker): Analysis {
  const named: Site[] = [];
  const unresolved: UnresolvedSite[] = [];
  for (const site of analysis.unresolved) {
    const names = namesOf(site.event, asker);
    if (names === null) unresolved.push(site);
    else named.push({ ...site, event: { ...fact(site.event), kind: "finite", names } });
  }
  if (named.length === 0) return analysis;
  const sites = [...analysis.sites, ...named].sort(byPlace);
  return { ...analysis, sites, unresolved };
}

function fact({ span, form }: UnresolvedEvent): Pick<UnresolvedEvent, "span" | "form"> {
  return { span, form };
}

function namesOf(event: UnresolvedEvent, asker: TypeAsker): readonly EventName[] | null {
  const toName = naming(event.pattern);
  if (toName === null) return null;
  const texts = asker.textsAt(event.span);
  if (texts === null || texts.length === 0) return null;
  const names = new Set([...event.names.map(({ name }) => name), ...texts.map(toName)]);
  return [...names].sort().map((name) => ({ name, literal: null }));
}

/** How an argument's text becomes the name on the wire; null where more than one part is open. */
function naming(pattern: string | null): ((text: string) => string) | null {
  if (pattern === null) return (text) => text;
  const [before = "", after, more] = pattern.split("*");
  if (after === undefined || more !== undefined) return null;
  const isWhole = (text: string) => text.startsWith(before) && text.endsWith(after);
  return (text) => (isWhole(text) ? text : before + text + after);
}

function byPlace(a: Site, b: Site): number {
  if (a.span.file !== b.span.file) return a.span.file < b.span.file ? -1 : 1;
  return a.span.start - b.span.start;
}
