import { gunzipSync } from "node:zlib";

/** Bytes that an unpacked package may have. */
const mostBytes = 512 * 1024 * 1024;

/** The files of a packed package (`npm pack`) by path below its top folder; throws where it is none. */
export function tarEntries(packed: Uint8Array): ReadonlyMap<string, string> {
  const bytes = gunzipSync(packed, { maxOutputLength: mostBytes });
  const files = new Map<string, string>();
  let longName = "";
  for (let at = 0; at + 512 <= bytes.length && bytes[at] !== 0; ) {
    const size = Number.parseInt(textAt(bytes, at + 124, 12), 8) || 0;
    const type = textAt(bytes, at + 156, 1);
    const body = bytes.subarray(at + 512, at + 512 + size);
    if (type === "x") longName = /\d+ path=(.*)\n/.exec(body.toString("utf8"))?.[1] ?? "";
    else if (type === "L") longName = textAt(body, 0, body.length);
    else {
      if (type === "0" || type === "") {
        const prefix = textAt(bytes, at + 345, 155);
        const name = textAt(bytes, at, 100);
        const path = longName !== "" ? longName : prefix === "" ? name : `${prefix}/${name}`;
        files.set(path.replace(/^[^/]*\//, ""), body.toString("utf8"));
      }
      longName = "";
    }
    at += 512 + Math.ceil(size / 512) * 512;
  }
  return files;
}

/** A text field: up to its zero byte. */
function textAt(bytes: Buffer, at: number, length: number): string {
  const field = bytes.subarray(at, at + length);
  const end = field.indexOf(0);
  return field.toString("utf8", 0, end === -1 ? field.length : end).trim();
}
