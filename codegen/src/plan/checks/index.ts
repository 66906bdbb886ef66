import type { Report } from "../report.js";
import type { ResolvedPlan } from "../resolved-plan.js";
import { checkAutoEvents } from "./auto-events.js";
import { checkConditions } from "./conditions.js";
import { checkEventNames } from "./event-names.js";
import { checkExamples } from "./examples.js";
import { checkGeneratedNames } from "./generated-names.js";
import { checkHashing } from "./hashing.js";
import { checkPropertyNames } from "./property-names.js";
import { checkReferences } from "./references.js";

/** Judges a resolved plan; reports, changes nothing. */
export type Check = (plan: ResolvedPlan, report: Report) => void;

/** What every plan is held to before anything is generated from it. */
export const checks: readonly Check[] = [
  checkEventNames,
  checkGeneratedNames,
  checkPropertyNames,
  checkConditions,
  checkExamples,
  checkReferences,
  checkAutoEvents,
  checkHashing,
];
