import type { Parcel } from "@dd0c/track-core/server";

/** A parcel and where its record begins in its segment. */
export interface StoredParcel {
  readonly parcel: Parcel;
  readonly at: number;
}
