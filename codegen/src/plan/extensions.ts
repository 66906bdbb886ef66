import type { Located } from "../language/source.js";
import type { Extensions } from "./property-type.js";

const none: Extensions = Object.freeze({});

/** The keys under `x-…`, untouched. */
export function extensionsOf(written: object, located: Located): Extensions {
  const extensions = located.extensions(written) as Extensions;
  return Object.keys(extensions).length === 0 ? none : extensions;
}
