import { watchStream } from "./watch-stream";

/** A body that passes chunk by chunk, and is cut as soon as it is larger than it may be. */
export interface BoundBody {
  readonly stream: ReadableStream<Uint8Array>;
  readonly isTooLarge: () => boolean;
  /** Whether all of it has passed. */
  readonly isRead: () => boolean;
}

/** Bounds a body to `most` bytes. Nothing is held: the reader's pace is the writer's. */
export function boundBody(body: ReadableStream<Uint8Array>, most: number): BoundBody {
  let bytes = 0;
  let isRead = false;
  const stream = watchStream(body, {
    chunk(length) {
      bytes += length;
      if (bytes > most) throw new RangeError("The body is too large.");
    },
    end() {
      isRead = true;
    },
  });
  return { stream, isTooLarge: () => bytes > most, isRead: () => isRead };
}
