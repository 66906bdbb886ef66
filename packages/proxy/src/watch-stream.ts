/** What is told of a stream that passes. */
export interface Watch {
  /** A chunk passes; what this throws breaks the stream off. */
  chunk?(bytes: number): void;
  /** The stream has ended by itself. */
  end(): void;
  /** The reader wants no more of it. */
  cancel?(): void;
}

/**
 * A stream as it is, chunk by chunk and only as fast as it is read. A `TransformStream` could do
 * this too, at several times the cost.
 */
export function watchStream(
  stream: ReadableStream<Uint8Array>,
  watch: Watch,
): ReadableStream<Uint8Array> {
  const reader = stream.getReader();
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = await reader.read();
        if (done) {
          watch.end();
          controller.close();
          return;
        }
        try {
          watch.chunk?.(value.byteLength);
        } catch (error) {
          reader.cancel(error).catch(() => {});
          throw error;
        }
        controller.enqueue(value);
      },
      cancel(reason) {
        watch.cancel?.();
        return reader.cancel(reason);
      },
    },
    { highWaterMark: 0 },
  );
}
