import type { Origin, ResolvedPlan, Source, Span } from "@dd0c/track-codegen";
import { BadInput } from "../bad-input.js";
import { compileProject } from "../compile-project.js";
import { printFindings } from "../print-findings.js";
import type { Terminal } from "../terminal.js";
import { openWorkspace, type WorkspaceOptions } from "../workspace.js";

/** A plan that was read, with what reports need to point into it. */
export interface OnePlan {
  readonly plan: ResolvedPlan;
  readonly folder: string;
  readonly sources: ReadonlyMap<string, Source>;
}

/** Reads the one plan that a live check is about; null where it has errors, which are then printed. */
export async function readOnePlan(
  wanted: string | undefined,
  options: WorkspaceOptions,
  terminal: Terminal,
): Promise<OnePlan | null> {
  const workspace = openWorkspace(terminal.folder, wanted, options);
  const [project, ...others] = workspace.projects;
  if (project === undefined || others.length > 0) {
    const names = workspace.projects.map(({ name }) => name).join(", ");
    throw new BadInput("There is more than one plan.", {
      help: `Say \`--plan\` with one of ${names}.`,
    });
  }
  const { plan, diagnostics, sources } = compileProject(workspace, project);
  if (plan !== null) return { plan, folder: workspace.folder, sources };
  const toErr = { ...terminal, out: terminal.err, colours: terminal.errColours };
  await printFindings(
    { diagnostics, sources, folder: workspace.folder },
    { format: "pretty" },
    toErr,
  );
  return null;
}

/** Finds the stretch of a file at which a line of the plan says something: from there to the line's end. */
export function spanFinder(sources: ReadonlyMap<string, Source>): (origin: Origin) => Span {
  return ({ file, line, column }) => {
    const source = sources.get(file);
    if (source === undefined) return { file, start: 0, end: 0 };
    const start = (source.starts[line - 1] ?? 0) + column - 1;
    const end = source.text.indexOf("\n", start);
    return { file, start, end: end < 0 ? source.text.length : end };
  };
}
