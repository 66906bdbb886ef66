import type { ResolvedPlan } from "@dd0c/track-codegen";
import { BadInput } from "../bad-input.js";
import { compileProject } from "../compile-project.js";
import { type ExitCode, exitCode } from "../exit-code.js";
import { planCounts } from "../plan-counts.js";
import { type FormatOptions, printFindings } from "../print-findings.js";
import type { Colours, Terminal } from "../terminal.js";
import { openWorkspace, type WorkspaceOptions } from "../workspace.js";

/** Options of `resolve`. */
export interface ResolveOptions extends FormatOptions, WorkspaceOptions {
  readonly json?: boolean;
}

/** `dd0c-track resolve [plan]`: prints the plan with every decision made. */
export async function resolve(
  wanted: string | undefined,
  options: ResolveOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const workspace = openWorkspace(terminal.folder, wanted, options);
  const [project, ...others] = workspace.projects;
  if (project === undefined || others.length > 0) {
    const names = workspace.projects.map(({ name }) => name).join(", ");
    throw new BadInput("There is more than one plan.", { help: `Name one of ${names}.` });
  }
  const { plan, diagnostics, sources } = compileProject(workspace, project);
  if (plan === null) {
    const findings = { diagnostics, sources, folder: workspace.folder };
    // Whoever reads the plan from `out` must not find findings there.
    await printFindings(findings, options, {
      ...terminal,
      out: terminal.err,
      colours: terminal.errColours,
    });
    return exitCode.findings;
  }
  terminal.out(
    options.json === true ? `${JSON.stringify(plan, null, 2)}\n` : summary(plan, terminal.colours),
  );
  return exitCode.clean;
}

/** The plan at a glance: each product's events with their required properties. */
function summary(plan: ResolvedPlan, { bold, dim }: Colours): string {
  const lines = [bold(planCounts(plan))];
  for (const product of plan.products) {
    const events = plan.events.filter((event) => event.products.includes(product.name));
    lines.push("", bold(product.title) + dim(` ${events.length} events`));
    for (const event of events) {
      const always = event.properties.filter(({ required }) => required === true);
      const facts = [event.runtimes.join("/"), ...always.map(({ name }) => name)];
      lines.push(`  ${event.name} ${dim(facts.join(" "))}`);
    }
  }
  return `${lines.join("\n")}\n`;
}
