/** Remembers the last uuids, between `most` and twice as many, and answers whether one was here. */
export function createSeenBefore(most: number): (uuid: string) => boolean {
  let young = new Set<string>();
  let old = new Set<string>();
  return (uuid) => {
    const isHere = young.has(uuid) || old.has(uuid);
    young.add(uuid);
    if (young.size >= most) {
      old = young;
      young = new Set();
    }
    return isHere;
  };
}
