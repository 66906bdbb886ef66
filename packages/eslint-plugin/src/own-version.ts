import { readFileSync } from "node:fs";

/** This package's version; its package.json lies one folder above, built or not. */
export function ownVersion(): string {
  const text = readFileSync(new URL("../package.json", import.meta.url), "utf8");
  return (JSON.parse(text) as { readonly version: string }).version;
}
