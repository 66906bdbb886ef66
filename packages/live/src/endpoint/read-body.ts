import type { IncomingMessage } from "node:http";
import { mostUnderWay } from "./limits.js";
import { Refusal } from "./refusal.js";

/** Bytes that all requests under way hold together. */
export class Budget {
  #held = 0;

  /** Takes bytes; throws where that is too much at once. */
  take(bytes: number): void {
    if (this.#held + bytes > mostUnderWay)
      throw new Refusal(503, "too much under way, please retry");
    this.#held += bytes;
  }

  give(bytes: number): void {
    this.#held -= bytes;
  }

  get held(): number {
    return this.#held;
  }
}

/** Reads a request's body, `most` bytes at most; the caller gives back to the budget what it took. */
export async function readBody(
  request: IncomingMessage,
  most: number,
  budget: Budget,
): Promise<Buffer> {
  const announced = Number(request.headers["content-length"] ?? 0);
  if (announced > most) throw tooLarge(most);
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      if (bytes + chunk.length > most) throw tooLarge(most);
      budget.take(chunk.length);
      bytes += chunk.length;
      chunks.push(chunk);
    }
  } catch (error) {
    budget.give(bytes);
    if (error instanceof Refusal) throw error;
    throw new Refusal(400, "the request ended before its body did");
  }
  return chunks.length === 1 && chunks[0] !== undefined ? chunks[0] : Buffer.concat(chunks, bytes);
}

/** Reads a body to its end and keeps nothing of it. */
export async function skipBody(request: IncomingMessage, most: number): Promise<number> {
  let bytes = 0;
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      if (bytes > most) throw tooLarge(most);
    }
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal(400, "the request ended before its body did");
  }
  return bytes;
}

function tooLarge(most: number): Refusal {
  return new Refusal(413, `maximum body size exceeded: ${most / 1024 / 1024} MB`);
}
