import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

const weights = new Map();

/** What a first visit to a page of a built site transfers: it, its styles and its modules, gzipped, in bytes. */
export function pageWeight(site, path) {
  const html = readFileSync(join(site, path), "utf8");
  const needed = [...html.matchAll(/<(?:link|script)\b[^>]*\b(?:href|src)="(\/[^"]+)"[^>]*>/g)]
    .filter(([tag]) => !/rel="(?:prefetch|icon)"/.test(tag))
    .map(([, address]) => address);
  return [path, ...new Set(needed)].reduce((sum, file) => sum + weightOf(join(site, file)), 0);
}

function weightOf(file) {
  const known = weights.get(file);
  if (known !== undefined) return known;
  const weight = gzipSync(readFileSync(file)).length;
  weights.set(file, weight);
  return weight;
}
