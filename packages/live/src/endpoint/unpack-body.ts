import { promisify } from "node:util";
import * as zlib from "node:zlib";
import { mostUnpacked } from "./limits.js";
import { Refusal } from "./refusal.js";

type Unzip = (bytes: Buffer, options: { readonly maxOutputLength: number }) => Promise<Buffer>;

/** Node has zstd since 22.15. */
const zstd: unknown = Reflect.get(zlib, "zstdDecompress");

const unzips: Readonly<Record<string, Unzip | undefined>> = {
  gzip: promisify(zlib.gunzip) as Unzip,
  deflate: promisify(zlib.inflate) as Unzip,
  br: promisify(zlib.brotliDecompress) as Unzip,
  ...(typeof zstd === "function" ? { zstd: promisify(zstd as typeof zlib.gunzip) as Unzip } : {}),
};

/** What a request says of how its body is packed. */
export interface Packing {
  readonly encoding: string | undefined;
  readonly contentType: string | undefined;
  readonly search: URLSearchParams;
}

/**
 * A body as the JSON that was packed: gzip by its first bytes, as PostHog does, whatever the headers
 * say; the other encodings by their header; a form's or pixel's `data`, as base64 or as it is.
 */
export async function unpackBody(body: Buffer, packing: Packing): Promise<Buffer> {
  const bytes = await unzipped(body, packing.encoding);
  if (bytes.length === 0) {
    const data = packing.search.get("data");
    if (data === null) throw new Refusal(400, "failed to parse request: the body is empty");
    return fromForm(data, packing.search.get("compression"));
  }
  if (!startsWith(bytes, "data=") && !/urlencoded/i.test(packing.contentType ?? "")) return bytes;
  const form = new URLSearchParams(bytes.toString("latin1"));
  const data = form.get("data");
  // Some senders call JSON a form.
  if (data === null) return bytes;
  return fromForm(data, form.get("compression") ?? packing.search.get("compression"));
}

async function unzipped(body: Buffer, encoding: string | undefined): Promise<Buffer> {
  const isGzip = body[0] === 0x1f && body[1] === 0x8b;
  const name = isGzip ? "gzip" : (encoding ?? "identity").trim().toLowerCase();
  if (name === "identity" || name === "" || body.length === 0) return body;
  const unzip = Object.hasOwn(unzips, name) ? unzips[name] : undefined;
  if (unzip === undefined)
    throw new Refusal(415, `content-encoding ${name.slice(0, 40)} is not read here`);
  try {
    return await unzip(body, { maxOutputLength: mostUnpacked });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ERR_BUFFER_TOO_LARGE")
      throw new Refusal(413, `unpacked it is larger than ${mostUnpacked / 1024 / 1024} MB`);
    throw new Refusal(400, `failed to parse request: the body is no whole ${name}`);
  }
}

/** base64 mostly; its `+` has become a space where the sender did not escape it. */
async function fromForm(data: string, compression: string | null): Promise<Buffer> {
  if (/^lz/i.test(compression ?? ""))
    throw new Refusal(
      400,
      `failed to parse request: compression ${compression} is not read here; use gzip-js`,
    );
  const text = data.trim();
  if (text.startsWith("{") || text.startsWith("[")) return Buffer.from(text, "latin1");
  const base64 = text.replaceAll(" ", "+");
  if (!/^[A-Za-z0-9+/_-]+={0,2}$/.test(base64))
    throw new Refusal(400, "failed to parse request: data is neither JSON nor base64");
  return unzipped(Buffer.from(base64, "base64"), undefined);
}

function startsWith(bytes: Buffer, text: string): boolean {
  return bytes.subarray(0, text.length).toString("latin1") === text;
}
