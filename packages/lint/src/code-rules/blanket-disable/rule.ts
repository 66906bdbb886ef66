import { finding } from "@dd0c/track-codegen";
import { codePage } from "../code-page.js";
import type { CodeRule } from "../code-rule.js";

/** These rules are not switched off for a whole file. */
export const blanketDisable: CodeRule = {
  scope: "file",
  page: codePage({
    id: "C506",
    name: "blanket-disable",
    title: "All rules switched off for a whole file that tracks",
    why: "It silences what is there today and everything that will be written tomorrow.",
    fix: "Silence one finding on one line, with its reason.",
    bad: `
      /* eslint-disable */
      import { createTracker } from "@dd0c/track-events/cost/browser";

      const { track } = createTracker({}).forTenant("tn_1");
      track.feature.digest.used({ surface: "web" });
    `,
    good: `
      /* eslint-disable no-console */
      import { createTracker } from "@dd0c/track-events/cost/browser";

      const { track } = createTracker({}).forTenant("tn_1");
      track.feature.digest.used({ surface: "web" });
    `,
  }),
  check: (analysis) => {
    const tracking = new Set(
      [...analysis.sites, ...analysis.unresolved].map(({ span }) => span.file),
    );
    return analysis.touches.flatMap((touch) => {
      if (touch.kind !== "comment" || touch.role !== "eslint") return [];
      if (touch.place.isInTest || !tracking.has(touch.span.file)) return [];
      const rules = /^eslint-disable(?!-)(.*)$/s.exec(touch.text)?.[1];
      if (rules === undefined) return [];
      const named = rules.replace(/--.*$/s, "").trim();
      const ours = named
        .split(",")
        .some((rule) => /^@dd0c\/track(?:\/|$)|^dd0c-track\//.test(rule.trim()));
      if (named !== "" && !ours) return [];
      return [
        finding(
          "blanket-disable",
          touch.span,
          "This switches the rules about tracking off for the rest of the file.",
          {
            help: "Silence one finding on one line, with its reason.",
            subject: `${touch.span.file}/eslint-disable`,
          },
        ),
      ];
    });
  },
};
