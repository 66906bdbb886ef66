// The site of the taxonomy and the guides. `npm run docs` stages its pages and builds it.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { drawFunnels } from "./draw-funnels.mjs";
import { searchable } from "./searchable.mjs";

const cache = join(import.meta.dirname, ".cache");
const { title, siteTitle, description, nav, sidebar } = JSON.parse(
  readFileSync(join(cache, "site.json"), "utf8"),
);

// biome-ignore lint/style/noDefaultExport: VitePress asks for it.
export default {
  title,
  description,
  lang: "en",
  base: process.env.DOCS_BASE ?? "/",
  srcDir: ".vitepress/.cache/pages",
  cacheDir: join(cache, "vitepress"),
  outDir: join(import.meta.dirname, "dist"),
  // One line a page is many lines; what went wrong is always told.
  metaChunk: true,
  head: [["link", { rel: "icon", href: "data:," }]],
  markdown: {
    config: drawFunnels,
    theme: { light: "github-light-high-contrast", dark: "github-dark-high-contrast" },
  },
  themeConfig: {
    siteTitle,
    nav,
    sidebar,
    outline: { level: [2, 3], label: "On this page" },
    docFooter: { prev: false, next: false },
    search: { provider: "local", options: searchable },
    externalLinkIcon: false,
  },
};
