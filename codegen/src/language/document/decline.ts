/** What `decline` throws; whoever asked for the plain reader catches it. */
export const declined: Error = new Error("This text needs the full reader.");

/** Leaves a text to the full reader: it has a mistake, or a construct that is not known for certain. */
export function decline(): never {
  throw declined;
}
