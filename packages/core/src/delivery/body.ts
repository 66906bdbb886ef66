import type { Parcel } from "./queue";

/** What a request says: parcels, with a comma between each two, between a head and a tail. */
export interface Body {
  readonly head: string;
  readonly parcels: readonly Parcel[];
  readonly tail: string;
}

/** The body as one text. */
export function bodyText({ head, parcels, tail }: Body): string {
  return head + parcels.map((parcel) => parcel.json).join() + tail;
}

/** The bytes of a body's events; what stands around them is some fifty more. */
export function eventBytes({ parcels }: Body): number {
  return parcels.reduce((sum, { bytes }) => sum + bytes, 0);
}
