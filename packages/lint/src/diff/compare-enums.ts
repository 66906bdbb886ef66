import { type EnumMember, type EnumType, nearest } from "@dd0c/track-codegen";
import type { Difference } from "./difference.js";

/** How two enums differ, member by member. Members of an open enum bind neither calls nor senders. */
export function compareEnums(base: EnumType, head: EnumType): readonly Difference[] {
  const found: Difference[] = [];
  const removed = base.members.filter((it) => !has(head, it));
  const added = head.members.filter((it) => !has(base, it));
  const binds = !head.open;
  for (const member of removed) {
    const heir = heirOf(member, removed, added);
    const breaks = { source: binds, wire: binds };
    if (heir === null) {
      const { value, deprecated } = member;
      found.push({ kind: "member_removed", value, deprecated, open: head.open, ...breaks });
    } else {
      added.splice(added.indexOf(heir), 1);
      found.push({ kind: "member_renamed", from: member.value, to: heir.value, ...breaks });
    }
  }
  for (const { value } of added)
    found.push({ kind: "member_added", value, open: base.open, ...harmless });
  if (base.open && !head.open) found.push({ kind: "enum_closed", source: true, wire: true });
  if (!base.open && head.open) found.push({ kind: "enum_opened", ...harmless });
  return [...found, ...compareDeprecations(base, head)];
}

const harmless = { source: false, wire: false } as const;

function has({ members }: EnumType, { value }: EnumMember): boolean {
  return members.some((it) => it.value === value);
}

/** The member that took another's place: the one that means the same, or the only one that is spelt nearly so. */
function heirOf(
  member: EnumMember,
  removed: readonly EnumMember[],
  added: readonly EnumMember[],
): EnumMember | null {
  const { value, description } = member;
  if (description !== null) {
    const same = added.filter((it) => it.description === description);
    const rivals = removed.filter((it) => it.description === description);
    if (same.length === 1 && rivals.length === 1) return same[0] ?? null;
  }
  const [only, second] = added;
  if (only === undefined || second !== undefined || removed.length > 1) return null;
  const words = [String(value), String(only.value)] as const;
  const isNear = nearest(words[0], [words[1]]) !== null && nearest(words[1], [words[0]]) !== null;
  return isNear && typeof value === typeof only.value && typeof value === "string" ? only : null;
}

function compareDeprecations(base: EnumType, head: EnumType): readonly Difference[] {
  return head.members.flatMap((member): readonly Difference[] => {
    const before = base.members.find((it) => it.value === member.value);
    if (before === undefined) return [];
    const { value } = member;
    if (before.deprecated === null && member.deprecated !== null)
      return [{ kind: "member_deprecated", value, deprecated: member.deprecated, ...harmless }];
    if (before.deprecated !== null && member.deprecated === null)
      return [{ kind: "member_undeprecated", value, deprecated: before.deprecated, ...harmless }];
    return [];
  });
}
