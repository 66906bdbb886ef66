import type { Event } from "@dd0c/track-codegen";

/** `events/order_paid`; events of a template share the template's path, as they share its line. */
export function eventPath({ name, lineage }: Event): string {
  const template = lineage.find(({ kind }) => kind === "template");
  return `events/${template?.name ?? name}`;
}
