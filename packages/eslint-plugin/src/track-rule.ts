import type { CodeRule } from "@dd0c/track-lint";
import type { Rule } from "eslint";
import { projectOf } from "./projects.js";
import { namesByType } from "./typed-names.js";

/** One of the code rules as ESLint runs it: the same code, the same message, the same place. */
export function trackRule({ page }: CodeRule): Rule.RuleModule {
  return {
    meta: {
      type: page.severity === "error" ? "problem" : "suggestion",
      docs: {
        description: page.title,
        recommended: page.preset === "recommended",
        url: `https://docs.dd0c.dev/track/reference/diagnostics#${page.name}`,
      },
      ...(page.fixable === true ? { fixable: "code" as const } : {}),
      schema: [],
      messages: { finding: "[{{id}}] {{message}}", problem: "{{message}}" },
    },
    create: (context) => ({
      Program: (node) => {
        const home = projectOf(context.filename, configIn(context.settings));
        if ("problem" in home) {
          // One of the rules says it, not all of them.
          if (page.id === "C101")
            context.report({ node, messageId: "problem", data: { message: home.problem } });
          return;
        }
        const { sourceCode } = context;
        for (const finding of home.project.findingsIn(home.file, sourceCode.text)) {
          if (finding.code !== page.name || namesByType(finding, context, home)) continue;
          const { span, message, help, fix } = finding;
          context.report({
            loc: {
              start: sourceCode.getLocFromIndex(span.start),
              end: sourceCode.getLocFromIndex(span.end),
            },
            messageId: "finding",
            data: { id: page.id, message: help === null ? message : `${message} ${help}` },
            fix:
              fix === null || fix.span.file !== span.file
                ? null
                : (fixer) =>
                    fixer.replaceTextRange([fix.span.start, fix.span.end], fix.replacement),
          });
        }
      },
    }),
  };
}

/** `settings: { "dd0c-track": { config: "/path/to/dd0c-track.yaml" } }`. */
function configIn(settings: Rule.RuleContext["settings"]): string | null {
  const own: unknown = settings["dd0c-track"];
  if (typeof own !== "object" || own === null || !("config" in own)) return null;
  return typeof own.config === "string" ? own.config : null;
}
