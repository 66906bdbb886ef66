export { type Compilation, compilePlan } from "./compile-plan.js";
export type { EmittedFile, Emitter } from "./emitter.js";
export { emitters } from "./emitters/index.js";
export { compileManifest } from "./emitters/manifest/compile-manifest.js";
export type { Manifest } from "./emitters/manifest/manifest.js";
export type { ManifestEvent } from "./emitters/manifest/manifest-event.js";
export type {
  ManifestDeprecation,
  ManifestPii,
  ManifestProperty,
  ManifestType,
  ManifestValue,
} from "./emitters/manifest/manifest-property.js";
export { manifestSchema } from "./emitters/manifest/manifest-schema.js";
export { typeInWords } from "./emitters/manifest/type-in-words.js";
export { type CatalogueEntry, catalogue } from "./language/catalogue.js";
export type { Diagnostic, DiagnosticCode, Fix, Related, Severity } from "./language/diagnostic.js";
export { commentsIn } from "./language/document/comments-in.js";
export { maxFileSize } from "./language/document/limits.js";
export { readDocument } from "./language/document/read-document.js";
export type { ParseCache } from "./language/load-plan.js";
export { didYouMean, nearest } from "./language/nearest.js";
export { parseShape, type ShapedFile } from "./language/parse-shape.js";
export { isInside, joinPath } from "./language/path.js";
export { memoryFiles, type PlanFiles } from "./language/plan-files.js";
export { planJsonSchema } from "./language/plan-json-schema.js";
export { describeIssues } from "./language/shape-issue.js";
export { createSource, finding, Located, positionIn, type Source } from "./language/source.js";
export type { Position, Span } from "./language/span.js";
export { refusal, type TypeLookup } from "./plan/accepts-value.js";
export {
  arrivesNull,
  arrivingEvent,
  arrivingProperties,
  type Fate,
  fateOf,
  type NamedTypes,
} from "./plan/arrival.js";
export { matchesPattern } from "./plan/matches-pattern.js";
export type { Origin } from "./plan/origin.js";
export type * from "./plan/property-type.js";
export type * from "./plan/resolved-plan.js";
