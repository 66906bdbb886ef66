import type { BreakingRule } from "../diff/breaking-rule.js";
import { acceptedChangeExpired } from "./accepted-change-expired/rule.js";
import { acceptedChangeUnsigned } from "./accepted-change-unsigned/rule.js";
import { acceptedChangeUnused } from "./accepted-change-unused/rule.js";
import { activationDefinitionChanged } from "./activation-definition-changed/rule.js";
import { becameOptional } from "./became-optional/rule.js";
import { becameRequired } from "./became-required/rule.js";
import { conditionChanged } from "./condition-changed/rule.js";
import { constraintLoosened } from "./constraint-loosened/rule.js";
import { constraintTightened } from "./constraint-tightened/rule.js";
import { defaultChanged } from "./default-changed/rule.js";
import { deprecatedAdded } from "./deprecated-added/rule.js";
import { descriptionChanged } from "./description-changed/rule.js";
import { enumClosed } from "./enum-closed/rule.js";
import { enumDropped } from "./enum-dropped/rule.js";
import { enumIntroduced } from "./enum-introduced/rule.js";
import { enumValueAdded } from "./enum-value-added/rule.js";
import { enumValueRemoved } from "./enum-value-removed/rule.js";
import { enumValueRenamed } from "./enum-value-renamed/rule.js";
import { eventAdded } from "./event-added/rule.js";
import { eventMovedProduct } from "./event-moved-product/rule.js";
import { eventRemoved } from "./event-removed/rule.js";
import { eventRemovedAfterSunset } from "./event-removed-after-sunset/rule.js";
import { eventRenamedNoAlias } from "./event-renamed-no-alias/rule.js";
import { eventRenamedWithAlias } from "./event-renamed-with-alias/rule.js";
import { eventRuntimeRemoved } from "./event-runtime-removed/rule.js";
import { eventTriggerChanged } from "./event-trigger-changed/rule.js";
import { expiryChanged } from "./expiry-changed/rule.js";
import { funnelCountingChanged } from "./funnel-counting-changed/rule.js";
import { funnelOrMetricAdded } from "./funnel-or-metric-added/rule.js";
import { funnelOrMetricRemoved } from "./funnel-or-metric-removed/rule.js";
import { funnelStepChanged } from "./funnel-step-changed/rule.js";
import { funnelStepOrderChanged } from "./funnel-step-order-changed/rule.js";
import { generatedSymbolChanged } from "./generated-symbol-changed/rule.js";
import { hashClassChanged } from "./hash-class-changed/rule.js";
import { identityKeyChanged } from "./identity-key-changed/rule.js";
import { metricChanged } from "./metric-changed/rule.js";
import { nullabilityChanged } from "./nullability-changed/rule.js";
import { optionalPropertyAdded } from "./optional-property-added/rule.js";
import { ownerChanged } from "./owner-changed/rule.js";
import { personlessChanged } from "./personless-changed/rule.js";
import { piiClassLowered } from "./pii-class-lowered/rule.js";
import { piiFlagDropped } from "./pii-flag-dropped/rule.js";
import { piiPropertyAddedToLiveEvent } from "./pii-property-added-to-live-event/rule.js";
import { productGuaranteeDropped } from "./product-guarantee-dropped/rule.js";
import { propertyRemoved } from "./property-removed/rule.js";
import { propertyRenamedNoAlias } from "./property-renamed-no-alias/rule.js";
import { propertyScopeChanged } from "./property-scope-changed/rule.js";
import { requiredPropertyAdded } from "./required-property-added/rule.js";
import { reservedEntryDropped } from "./reserved-entry-dropped/rule.js";
import { reservedNameReused } from "./reserved-name-reused/rule.js";
import { samplingChanged } from "./sampling-changed/rule.js";
import { scalarToArray } from "./scalar-to-array/rule.js";
import { stabilityLowered } from "./stability-lowered/rule.js";
import { sunsetInsideGrace } from "./sunset-inside-grace/rule.js";
import { sunsetMovedEarlier } from "./sunset-moved-earlier/rule.js";
import { tenantIdGuaranteeDropped } from "./tenant-id-guarantee-dropped/rule.js";
import { treatmentStrengthened } from "./treatment-strengthened/rule.js";
import { treatmentWeakened } from "./treatment-weakened/rule.js";
import { typeChanged } from "./type-changed/rule.js";
import { typeNarrowed } from "./type-narrowed/rule.js";
import { typeWidened } from "./type-widened/rule.js";
import { undeprecated } from "./undeprecated/rule.js";
import { unitChanged } from "./unit-changed/rule.js";
import { versionBumpTooSmall } from "./version-bump-too-small/rule.js";
import { versionDecreased } from "./version-decreased/rule.js";

/** Every rule about what a change of a plan breaks; a new one is a folder and a line here. */
export const breakingRules: readonly BreakingRule[] = [
  eventRemoved,
  eventRemovedAfterSunset,
  eventRenamedNoAlias,
  eventRenamedWithAlias,
  reservedNameReused,
  reservedEntryDropped,
  eventMovedProduct,
  eventRuntimeRemoved,
  eventTriggerChanged,
  eventAdded,
  stabilityLowered,
  deprecatedAdded,
  sunsetMovedEarlier,
  sunsetInsideGrace,
  undeprecated,
  samplingChanged,
  personlessChanged,
  propertyRemoved,
  propertyRenamedNoAlias,
  requiredPropertyAdded,
  optionalPropertyAdded,
  becameRequired,
  becameOptional,
  conditionChanged,
  typeNarrowed,
  typeWidened,
  typeChanged,
  scalarToArray,
  nullabilityChanged,
  unitChanged,
  constraintTightened,
  constraintLoosened,
  enumValueRemoved,
  enumValueRenamed,
  enumValueAdded,
  enumIntroduced,
  enumDropped,
  enumClosed,
  defaultChanged,
  propertyScopeChanged,
  tenantIdGuaranteeDropped,
  productGuaranteeDropped,
  identityKeyChanged,
  piiFlagDropped,
  piiClassLowered,
  treatmentWeakened,
  treatmentStrengthened,
  hashClassChanged,
  piiPropertyAddedToLiveEvent,
  funnelStepChanged,
  funnelStepOrderChanged,
  funnelCountingChanged,
  funnelOrMetricRemoved,
  activationDefinitionChanged,
  metricChanged,
  funnelOrMetricAdded,
  generatedSymbolChanged,
  versionBumpTooSmall,
  versionDecreased,
  ownerChanged,
  expiryChanged,
  descriptionChanged,
  acceptedChangeUnused,
  acceptedChangeExpired,
  acceptedChangeUnsigned,
];
