/** Sections of an event's page that say again, as code, what the others say. */
const repeated = /^#{2,3} (?:Call|As it arrives|Called from|History)$/;

/**
 * What the search knows of a page: all but code that repeats the table above it, and on lists of
 * events only what is not said on the events' own pages.
 */
export const searchable = {
  detailedView: false,
  _render(source, env, md) {
    const path = env.relativePath;
    const html = md.render(withoutRepeated(source, path), env);
    return env.frontmatter?.search === false ? "" : html;
  },
  miniSearch: {
    searchOptions: { boost: { title: 6, titles: 1, text: 1 }, combineWith: "AND", prefix: true },
  },
};

function withoutRepeated(source, path) {
  if (/^(?:events|owners|changelog|privacy)\.md$/.test(path)) return source.split(/^\| /m)[0];
  if (!path.startsWith("events/")) return source.replace(/^- .*\]\((?:\.\.\/)?events\/.*$/gm, "");
  const kept = [];
  let isKept = true;
  for (const line of source.split("\n")) {
    if (/^#{1,3} /.test(line)) isKept = !repeated.test(line);
    if (isKept) kept.push(/^#{2,3} Properties$/.test(line) ? "" : line);
  }
  return kept.join("\n");
}
