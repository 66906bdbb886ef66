import type { Analysis } from "@dd0c/track-lint/code";
import { many } from "../reporters/findings.js";

/** What a lint looked at: files, calls by how sure they are, and what it could not see. */
export function lintSummary(analysis: Analysis, milliseconds: number): readonly string[] {
  const { listed, candidates, cached, parsed } = analysis.files;
  const live = analysis.sites.filter(({ place }) => !place.isInTest);
  const events = new Set(live.flatMap(({ event }) => event.names.map(({ name }) => name)));
  const count = (tier: string): number => live.filter((site) => site.tier === tier).length;
  const tiers = [
    [count("generated"), "through typed clients"],
    [count("sdk"), "on an SDK"],
    [count("wrapper"), "through wrappers"],
    [count("name"), "by their name only"],
  ] as const;
  const told = tiers.filter(([number]) => number > 0).map(([number, how]) => `${number} ${how}`);
  const tests = analysis.sites.length - live.length;
  const unresolved = analysis.unresolved.filter(({ place }) => !place.isInTest).length;
  const speed = `${(milliseconds / 1000).toFixed(1)} s`;
  const cache = candidates === 0 ? "" : `, ${cached} from the cache`;
  return [
    `${many(listed, "file")}, ${candidates} may track: ${parsed} parsed${cache}, in ${speed}`,
    `${many(live.length, "call")} ${live.length === 1 ? "sends" : "send"} ${many(events.size, "event")}${told.length > 0 ? `: ${told.join(", ")}` : ""}${tests > 0 ? `; ${tests} in tests` : ""}`,
    ...(unresolved > 0
      ? [
          `${many(unresolved, "call")} ${unresolved === 1 ? "sends an event" : "send events"} that cannot be told from the code`,
        ]
      : []),
    ...skippedLines(analysis),
  ];
}

function skippedLines({ skipped }: Analysis): readonly string[] {
  const seen = skipped.filter(({ reason }) => reason !== "no-script");
  if (seen.length === 0) return [];
  const shown = seen.slice(0, 3).map(({ file, reason }) => `${file} (${reason})`);
  const rest = seen.length > 3 ? `, and ${seen.length - 3} more` : "";
  return [`${many(seen.length, "file")} could not be read: ${shown.join(", ")}${rest}`];
}
