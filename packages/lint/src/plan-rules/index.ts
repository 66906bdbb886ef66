import { actionNotPastTense } from "./action-not-past-tense/rule.js";
import { actorKindMissing } from "./actor-kind-missing/rule.js";
import { bannedSynonym } from "./banned-synonym/rule.js";
import { booleanPrefix } from "./boolean-prefix/rule.js";
import { contextCallerSettable } from "./context-caller-settable/rule.js";
import { crossProductWithoutJoinKey } from "./cross-product-without-join-key/rule.js";
import { deprecatedIncomplete } from "./deprecated-incomplete/rule.js";
import { descriptionContradictsClass } from "./description-contradicts-class/rule.js";
import { descriptionMissing } from "./description-missing/rule.js";
import { descriptionWeak } from "./description-weak/rule.js";
import { domainUnknown } from "./domain-unknown/rule.js";
import { enumInProse } from "./enum-in-prose/rule.js";
import { enumTooLarge } from "./enum-too-large/rule.js";
import { eventInNoFunnelOrMetric } from "./event-in-no-funnel-or-metric/rule.js";
import { exampleMissing } from "./example-missing/rule.js";
import { exampleRealLookingPii } from "./example-real-looking-pii/rule.js";
import { expired } from "./expired/rule.js";
import { expiresTooFar } from "./expires-too-far/rule.js";
import { freeFormObject } from "./free-form-object/rule.js";
import { freeTextProperty } from "./free-text-property/rule.js";
import { genericName } from "./generic-name/rule.js";
import { groupUnused } from "./group-unused/rule.js";
import { idSuffix } from "./id-suffix/rule.js";
import { moneyOrTimeAsFloat } from "./money-or-time-as-float/rule.js";
import { nameTooSimilar } from "./name-too-similar/rule.js";
import { optionalAndNullable } from "./optional-and-nullable/rule.js";
import { ownerMissing } from "./owner-missing/rule.js";
import { piiAsIdentityOrGroupKey } from "./pii-as-identity-or-group-key/rule.js";
import { piiInFunnelBreakdown } from "./pii-in-funnel-breakdown/rule.js";
import { piiLookingName } from "./pii-looking-name/rule.js";
import { piiReviewExpired } from "./pii-review-expired/rule.js";
import { placeholderLink } from "./placeholder-link/rule.js";
import type { PlanRule } from "./plan-rule.js";
import { productNotGuaranteed } from "./product-not-guaranteed/rule.js";
import { productWithoutActivation } from "./product-without-activation/rule.js";
import { propertyUnavailableInRuntime } from "./property-unavailable-in-runtime/rule.js";
import { propertyUnused } from "./property-unused/rule.js";
import { questionMissing } from "./question-missing/rule.js";
import { rawUrlProperty } from "./raw-url-property/rule.js";
import { redundantPart } from "./redundant-part/rule.js";
import { renamedShapeDiffers } from "./renamed-shape-differs/rule.js";
import { renamedToDeprecatedOrCycle } from "./renamed-to-deprecated-or-cycle/rule.js";
import { repeatedInlineProperty } from "./repeated-inline-property/rule.js";
import { repeatedStep } from "./repeated-step/rule.js";
import { secretProperty } from "./secret-property/rule.js";
import { stableUsesUnstable } from "./stable-uses-unstable/rule.js";
import { stepEventDeprecated } from "./step-event-deprecated/rule.js";
import { stepFilterOnOptionalProperty } from "./step-filter-on-optional-property/rule.js";
import { sunsetPassed } from "./sunset-passed/rule.js";
import { tenantIdNotGuaranteed } from "./tenant-id-not-guaranteed/rule.js";
import { tooManyProperties } from "./too-many-properties/rule.js";
import { triggerMissing } from "./trigger-missing/rule.js";
import { typeConflict } from "./type-conflict/rule.js";
import { unboundedArray } from "./unbounded-array/rule.js";
import { unboundedString } from "./unbounded-string/rule.js";
import { unitMissingOrWrong } from "./unit-missing-or-wrong/rule.js";

/** Every rule about plans that the compiler itself does not hold them to; a new one is a folder and a line here. */
export const planRules: readonly PlanRule[] = [
  actionNotPastTense,
  domainUnknown,
  nameTooSimilar,
  genericName,
  redundantPart,
  bannedSynonym,
  unitMissingOrWrong,
  booleanPrefix,
  idSuffix,
  typeConflict,
  enumInProse,
  enumTooLarge,
  unboundedString,
  freeFormObject,
  unboundedArray,
  optionalAndNullable,
  moneyOrTimeAsFloat,
  tooManyProperties,
  exampleMissing,
  exampleRealLookingPii,
  groupUnused,
  propertyUnused,
  repeatedInlineProperty,
  tenantIdNotGuaranteed,
  productNotGuaranteed,
  contextCallerSettable,
  propertyUnavailableInRuntime,
  actorKindMissing,
  piiLookingName,
  secretProperty,
  freeTextProperty,
  rawUrlProperty,
  piiAsIdentityOrGroupKey,
  piiInFunnelBreakdown,
  descriptionContradictsClass,
  piiReviewExpired,
  ownerMissing,
  descriptionMissing,
  descriptionWeak,
  triggerMissing,
  questionMissing,
  placeholderLink,
  stableUsesUnstable,
  deprecatedIncomplete,
  renamedToDeprecatedOrCycle,
  renamedShapeDiffers,
  expired,
  expiresTooFar,
  sunsetPassed,
  stepFilterOnOptionalProperty,
  repeatedStep,
  stepEventDeprecated,
  crossProductWithoutJoinKey,
  productWithoutActivation,
  eventInNoFunnelOrMetric,
];
