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
  const pass = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      bytes += chunk.byteLength;
      if (bytes > most) controller.error(new RangeError("The body is too large."));
      else controller.enqueue(chunk);
    },
    flush() {
      isRead = true;
    },
  });
  return {
    stream: body.pipeThrough(pass),
    isTooLarge: () => bytes > most,
    isRead: () => isRead,
  };
}
