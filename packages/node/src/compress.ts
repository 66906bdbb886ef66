import { promisify } from "node:util";
import * as zlib from "node:zlib";
import type { Compress, ServerPlatform } from "@dd0c/track-core/server";
import { bodyBytes } from "./body-bytes";

/** As much of zlib's zstd as we call; Node has it since 22.15. */
interface Zstd {
  zstdCompress?(bytes: Buffer, done: (error: Error | null, zipped: Buffer) => void): void;
}

const { zstdCompress } = zlib as typeof zlib & Zstd;
const gzip = promisify<Buffer, zlib.ZlibOptions, Buffer>(zlib.gzip);
const deflate = promisify<Buffer, zlib.ZlibOptions, Buffer>(zlib.deflate);
const brotli = promisify<Buffer, zlib.BrotliOptions, Buffer>(zlib.brotliCompress);
const zstd = zstdCompress && promisify<Buffer, Buffer>(zstdCompress);

/** A batch comes out in one piece; each further one would cost the main thread a turn. */
const chunkSize = 65_536;
/** The least work: events repeat each other so much that more of it saves little. */
const QUICK = { level: 1, chunkSize };
const BROTLI = { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 3 }, chunkSize };

const by =
  (zip: (bytes: Buffer) => Promise<Buffer>): Compress =>
  async (body) =>
    new Uint8Array(await zip(bodyBytes(body)));

/** Node's compressors, in its thread pool. */
export const compress: ServerPlatform["compress"] = {
  gzip: by((bytes) => gzip(bytes, QUICK)),
  deflate: by((bytes) => deflate(bytes, QUICK)),
  br: by((bytes) => brotli(bytes, BROTLI)),
  ...(zstd && { zstd: by(zstd) }),
};
