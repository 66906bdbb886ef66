import { promisify } from "node:util";
import * as zlib from "node:zlib";
import type { ServerPlatform } from "@dd0c/track-core/server";

/** As much of zlib's zstd as we call; Node has it since 22.15. */
interface Zstd {
  zstdCompress?(text: string, done: (error: Error | null, bytes: Buffer) => void): void;
}

const { zstdCompress } = zlib as typeof zlib & Zstd;
const gzip = promisify<string, zlib.ZlibOptions, Buffer>(zlib.gzip);
const deflate = promisify<string, zlib.ZlibOptions, Buffer>(zlib.deflate);
const brotli = promisify<string, zlib.BrotliOptions, Buffer>(zlib.brotliCompress);
const zstd = zstdCompress && promisify<string, Buffer>(zstdCompress);

/** The least work: events repeat each other so much that more of it saves little. */
const QUICK = { level: 1 };
const BROTLI = { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 3 } };

/** Node's compressors, in its thread pool. */
export const compress: ServerPlatform["compress"] = {
  gzip: async (text) => new Uint8Array(await gzip(text, QUICK)),
  deflate: async (text) => new Uint8Array(await deflate(text, QUICK)),
  br: async (text) => new Uint8Array(await brotli(text, BROTLI)),
  ...(zstd && { zstd: async (text: string) => new Uint8Array(await zstd(text)) }),
};
