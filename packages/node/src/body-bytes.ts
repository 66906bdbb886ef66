import { type Body, eventBytes } from "@dd0c/track-core/server";

const COMMA = 44;

/**
 * A body in UTF-8. Its events are written one by one, each as what it is: a text of ASCII, as most are,
 * is copied, where UTF-8 would look at every character, and one large text would have to be put
 * together first.
 */
export function bodyBytes(body: Body): Buffer {
  const { head, parcels, tail } = body;
  const most = 3 * (head.length + tail.length) + eventBytes(body) + parcels.length;
  const bytes = Buffer.allocUnsafeSlow(most);
  let at = bytes.write(head);
  parcels.forEach((parcel, n) => {
    if (n) bytes[at++] = COMMA;
    const isAscii = parcel.json.length === parcel.bytes;
    at += bytes.write(parcel.json, at, isAscii ? "latin1" : "utf8");
  });
  at += bytes.write(tail, at);
  return bytes.subarray(0, at);
}
