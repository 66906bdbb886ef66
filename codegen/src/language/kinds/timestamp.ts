import * as z from "zod";
import { propertyFields } from "./property.js";

/** A moment; on the wire RFC 3339 in UTC. */
export const timestampKind = z
  .strictObject({ type: z.literal("timestamp"), ...propertyFields })
  .describe("A moment: a Date or an RFC 3339 string; RFC 3339 on the wire.");
