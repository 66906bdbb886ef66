import { isDamaged, type Stretch } from "./language/damage.js";
import type { Diagnostic } from "./language/diagnostic.js";
import { type LoadedPlan, loadPlan, type ParseCache } from "./language/load-plan.js";
import type { PlanFiles } from "./language/plan-files.js";
import type { Source } from "./language/source.js";
import { freezeDeep } from "./plan/freeze-deep.js";
import { noteRecurring } from "./plan/recurring-plans.js";
import { Report } from "./plan/report.js";
import { resolvePlan } from "./plan/resolve-plan.js";
import type { ResolvedPlan } from "./plan/resolved-plan.js";
import { shareUnchanged } from "./plan/share-unchanged.js";

/** What came of compiling a plan. */
export interface Compilation {
  /** The resolved plan; null where it has errors, so that nothing is generated from half a plan. */
  readonly plan: ResolvedPlan | null;
  /** All findings, by file and place. */
  readonly diagnostics: readonly Diagnostic[];
  /** Every file that was read, by path; for code frames. */
  readonly sources: ReadonlyMap<string, Source>;
}

/**
 * Compiles the plan whose root file is `root`. `cache` keeps parsed files from one call to the
 * next, so that after an edit only the edited file is parsed again, and what did not change in the
 * resolved plan is the same object as before.
 */
export function compilePlan(root: string, files: PlanFiles, cache?: ParseCache): Compilation {
  const { plan: loaded, diagnostics: readings } = loadPlan(root, files, cache);
  if (loaded === null) return { plan: null, diagnostics: readings, sources: new Map() };
  const report = new Report();
  const resolved = resolvePlan(loaded, report);
  const plan = cache === undefined ? resolved : share(resolved, root, cache);
  const damaged = damagedFiles(loaded);
  const found = report.diagnostics.filter(
    ({ span }) => !isDamaged(damaged.get(span.file) ?? [], span.start),
  );
  const diagnostics = inOrder([...readings, ...found, ...report.leftOut]);
  const failed = diagnostics.some((diagnostic) => diagnostic.severity === "error");
  return { plan: failed ? null : plan, diagnostics, sources: report.sources };
}

/** The files whose YAML is wrong, those of imported plans included, with where it is. */
function damagedFiles({ files, imports }: LoadedPlan): ReadonlyMap<string, readonly Stretch[]> {
  const own = files.map(({ source, damaged }) => [source.path, damaged] as const);
  const others = [...imports.values()].flatMap((it) => [...damagedFiles(it)]);
  return new Map([...own, ...others].filter(([, damaged]) => damaged.length > 0));
}

/** The plans that were resolved with a cache, by their root files. */
const resolvedBefore = new WeakMap<ParseCache, Map<string, ResolvedPlan>>();

function share(plan: ResolvedPlan, root: string, cache: ParseCache): ResolvedPlan {
  const plans = resolvedBefore.get(cache) ?? new Map<string, ResolvedPlan>();
  const before = plans.get(root);
  const shared = before === undefined ? plan : freezeDeep(shareUnchanged(before, plan));
  noteRecurring(shared);
  resolvedBefore.set(cache, plans.set(root, shared));
  return shared;
}

/** By file and place; what was found twice stands once. */
function inOrder(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const seen = new Set<string>();
  return [...diagnostics]
    .sort((a, b) =>
      a.span.file < b.span.file ? -1 : a.span.file > b.span.file ? 1 : a.span.start - b.span.start,
    )
    .filter(({ code, span, message }) => {
      const key = `${code}\n${span.file}\n${span.start}\n${message}`;
      return !seen.has(key) && seen.add(key);
    });
}
