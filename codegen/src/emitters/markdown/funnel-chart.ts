import type { Funnel, FunnelStage } from "../../plan/resolved-plan.js";
import { titleOf } from "./wording.js";

/** A funnel as a Mermaid flowchart; stages that may be skipped are dashed, the aha moment is round. */
export function funnelChart({ stages }: Funnel): string {
  const nodes = stages.map((stage, index) => `  s${index + 1}${node(stage)}`);
  const arrows = stages
    .slice(1)
    .map((stage, index) => `  s${index + 1} ${stage.optional ? "-.->" : "-->"} s${index + 2}`);
  return ["flowchart LR", ...nodes, ...arrows].join("\n");
}

function node({ name, activation, atLeast, optional }: FunnelStage): string {
  const notes = [
    activation ? "aha moment" : "",
    atLeast > 1 ? `${atLeast} times or more` : "",
    optional ? "may be skipped" : "",
  ].filter((note) => note !== "");
  const label = [titleOf(name), ...notes].map(escapeLabel).join("<br/>");
  return activation ? `(["${label}"])` : `["${label}"]`;
}

/** Mermaid's own escapes: a number sign, the code point, a semicolon. */
function escapeLabel(text: string): string {
  return text.replace(/[^\p{L}\p{N} ,.:!?-]/gu, (mark) => `#${mark.codePointAt(0)};`);
}
