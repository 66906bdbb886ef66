/** What a comparison must be told, since it asks no clock. */
export interface DiffSettings {
  /** The day on which sunsets are judged, YYYY-MM-DD. */
  readonly today: string;
  /** Days between announcing a sunset and the sunset, by how sure people may be of the event. */
  readonly grace: { readonly stable: number; readonly experimental: number };
}

/** Ninety days' notice for what is stable, two weeks for what is not. */
export const usualGrace: DiffSettings["grace"] = { stable: 90, experimental: 14 };
