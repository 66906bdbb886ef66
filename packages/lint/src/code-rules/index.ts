import { autocaptureOrRecordingEnabled } from "./autocapture-or-recording-enabled/rule.js";
import { blanketDisable } from "./blanket-disable/rule.js";
import type { CodeRule } from "./code-rule.js";
import { deprecatedEvent } from "./deprecated-event/rule.js";
import { duplicateEmission } from "./duplicate-emission/rule.js";
import { dynamicEventName } from "./dynamic-event-name/rule.js";
import { emissionInRenderOrLoop } from "./emission-in-render-or-loop/rule.js";
import { emittedOnlyInTests } from "./emitted-only-in-tests/rule.js";
import { enumValueNeverSent } from "./enum-value-never-sent/rule.js";
import { errorOrRequestObject } from "./error-or-request-object/rule.js";
import { eventOutsidePlan } from "./event-outside-plan/rule.js";
import { floatingTrackPromise } from "./floating-track-promise/rule.js";
import { forgedContext } from "./forged-context/rule.js";
import { freeTextInput } from "./free-text-input/rule.js";
import { funnelStepNeverEmitted } from "./funnel-step-never-emitted/rule.js";
import { identityCallOutsideClient } from "./identity-call-outside-client/rule.js";
import { manualDistinctId } from "./manual-distinct-id/rule.js";
import { manualHash } from "./manual-hash/rule.js";
import { missingFlush } from "./missing-flush/rule.js";
import { missingRequiredProperty } from "./missing-required-property/rule.js";
import { piiInTemplateString } from "./pii-in-template-string/rule.js";
import { piiPassedRaw } from "./pii-passed-raw/rule.js";
import { plannedEventNeverEmitted } from "./planned-event-never-emitted/rule.js";
import { propertyNeverSet } from "./property-never-set/rule.js";
import { propertyOutsidePlan } from "./property-outside-plan/rule.js";
import { rawUrl } from "./raw-url/rule.js";
import { secondTransport } from "./second-transport/rule.js";
import { sharedBoundClient } from "./shared-bound-client/rule.js";
import { sunsetOrExpiredEvent } from "./sunset-or-expired-event/rule.js";
import { tenantFromUntrustedInput } from "./tenant-from-untrusted-input/rule.js";
import { typeEscape } from "./type-escape/rule.js";
import { unboundTenant } from "./unbound-tenant/rule.js";
import { unknownSpread } from "./unknown-spread/rule.js";
import { unresolvedCall } from "./unresolved-call/rule.js";
import { untypedCapture } from "./untyped-capture/rule.js";
import { valueOutsideEnum } from "./value-outside-enum/rule.js";
import { wrongProductClient } from "./wrong-product-client/rule.js";
import { wrongRuntimeClient } from "./wrong-runtime-client/rule.js";

/** Every rule about code that tracks; a new one is a folder and a line here. */
export const codeRules: readonly CodeRule[] = [
  eventOutsidePlan,
  untypedCapture,
  dynamicEventName,
  typeEscape,
  propertyOutsidePlan,
  unknownSpread,
  missingRequiredProperty,
  valueOutsideEnum,
  deprecatedEvent,
  sunsetOrExpiredEvent,
  wrongRuntimeClient,
  wrongProductClient,
  unresolvedCall,
  forgedContext,
  tenantFromUntrustedInput,
  unboundTenant,
  sharedBoundClient,
  manualDistinctId,
  identityCallOutsideClient,
  piiPassedRaw,
  piiInTemplateString,
  manualHash,
  rawUrl,
  errorOrRequestObject,
  freeTextInput,
  autocaptureOrRecordingEnabled,
  plannedEventNeverEmitted,
  funnelStepNeverEmitted,
  emittedOnlyInTests,
  propertyNeverSet,
  enumValueNeverSent,
  duplicateEmission,
  emissionInRenderOrLoop,
  secondTransport,
  missingFlush,
  floatingTrackPromise,
  blanketDisable,
];
