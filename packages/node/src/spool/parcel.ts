/** An event as it will travel: its JSON with PII protected, and how long that is in UTF-8. */
export interface Parcel {
  readonly uuid: string;
  readonly json: string;
  readonly bytes: number;
}

/** A parcel and where its record begins in its segment. */
export interface StoredParcel {
  readonly parcel: Parcel;
  readonly at: number;
}
