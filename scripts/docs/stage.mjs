// Lays out the pages of the site: the taxonomy at the top, where the plan's `docs:` address points, and
// what is written by hand or by the reference's tests below it. Nothing but the cache is written to.
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, posix, relative } from "node:path";
import { filesBelow, root } from "../steps.mjs";
import { eventIndex } from "./event-index.mjs";
import { navigation } from "./navigation.mjs";

const docs = join(root, "docs");
const cache = join(docs, ".vitepress", ".cache");
/** Where VitePress reads the pages. */
export const pages = join(cache, "pages");
const folders = ["guides", "reference", "decisions"];

/** Stages everything; `options` are the markdown emitter's: call sites, an earlier plan. */
export async function stage(plan, options = {}) {
  const { emitters } = await import("@dd0c/track-codegen");
  const emitter = emitters.markdown;
  rmSync(pages, { recursive: true, force: true });
  const files = emitter.emit(plan, emitter.options.parse(options));
  for (const { path, text } of files) {
    if (path === eventsPage(plan)) write(path, withFinder(text));
    // An event's table wants the room that the outline of a short page would take.
    else write(path, path.startsWith("events/") ? `---\naside: false\n---\n\n${text}` : text);
  }
  const written = stageWritten();
  const images = join(docs, "images");
  if (existsSync(images)) cpSync(images, join(pages, "images"), { recursive: true });
  const made = files.map(({ path }) => path);
  writeFileSync(join(cache, "events.json"), JSON.stringify(eventIndex(plan)));
  writeFileSync(join(cache, "site.json"), JSON.stringify(navigation(plan, made, written)));
}

/** Pages that people or the reference's tests wrote; answers with their paths and titles. */
export function stageWritten() {
  const sources = [
    ...filesBelow(...folders.map((folder) => `docs/${folder}`)),
    join(docs, "glossary.md"),
  ];
  return sources
    .filter((file) => file.endsWith(".md") && existsSync(file))
    .map((file) => {
      const path = relative(docs, file).split("\\").join("/");
      const text = withLinks(readFileSync(file, "utf8"), path);
      write(path, text);
      return { path, title: /^# (.+)$/m.exec(text)?.[1]?.replaceAll("`", "") ?? path };
    });
}

function write(path, text) {
  const file = join(pages, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/** Links into the taxonomy lead one folder less deep here; links out of the docs have no page to go to. */
export function withLinks(text, path) {
  return text.replace(/(?<!!)\[([^\]\n]*)\]\(([^)\s]+)\)/g, (link, words, address) => {
    if (/^(?:[a-z]+:|#)/i.test(address)) return link;
    const [file, anchor] = address.split("#");
    const target = posix.normalize(posix.join(posix.dirname(path), file));
    if (target.startsWith("..")) return words;
    if (isFolder(target)) return words;
    if (!target.startsWith("taxonomy/")) return link;
    const here = posix.relative(posix.dirname(path), target.slice("taxonomy/".length));
    return `[${words}](${here}${anchor === undefined ? "" : `#${anchor}`})`;
  });
}

function isFolder(path) {
  return (
    !path.includes(".") && existsSync(join(docs, path)) && readdirSync(join(docs, path)).length > 0
  );
}

function eventsPage({ products }) {
  return products.some(({ name }) => name === "events") ? "plan-events.md" : "events.md";
}

/** The list of all events, with what it can be filtered by in place of the table. */
function withFinder(text) {
  const [head] = text.split(/^\| /m);
  const finder = "../../theme/event-finder.vue";
  return `${head}<script setup>\nimport EventFinder from "${finder}";\n</script>\n\n<EventFinder />\n`;
}
