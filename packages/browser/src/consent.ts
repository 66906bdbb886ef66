/** An import of its own, so that only pages that ask carry it. */
export { askConsent, type ConsentOptions } from "./consent/ask-consent";
export type { Consent } from "./create-browser-tracker";
