// The language server's answer as an editor would show it, to be photographed.
import { escapeHtml } from "./terminal-page.mjs";

/** The page: code, the list of completions, and the documentation of the chosen one. */
export function editorPage({ before, call, completions, signature, documentation, tags }) {
  const numbered = [...before, call].map(
    (line, at, all) =>
      `<div class="line"><i>${at + 1}</i>${highlight(line)}${at === all.length - 1 ? "<u></u>" : ""}</div>`,
  );
  const list = completions.map(
    ({ name }, at) => `<li class="${at === 0 ? "chosen" : ""}"><em>◆</em>${name}</li>`,
  );
  const paragraphs = documentation.split("\n\n").map((text) => `<p>${emphasise(text)}</p>`);
  const notes = tags.map(({ name, text }) => `<p><em>@${name}</em> ${escapeHtml(text)}</p>`);
  return `<!doctype html><meta charset="utf-8"><style>${style}</style>
<div id="picture"><div class="window"><header>alert-delivered.ts</header>
<main>${numbered.join("")}
<div class="popups"><ul>${list.join("")}</ul>
<aside><code>${highlight(signature)}</code><hr>${paragraphs.join("")}${notes.join("")}</aside></div></main></div></div>`;
}

function emphasise(text) {
  return escapeHtml(text)
    .replace(/^(Sent when|Answers|Owner):/, "<b>$1</b>")
    .replace(/\[([^\]]+)\]\((https:[^)]+)\)/g, '<a href="$2">$1</a>');
}

/** Enough of TypeScript's colours for a few lines. */
function highlight(code) {
  const kinds = [
    ["string", /"[^"]*"/],
    ["keyword", /\b(?:import|from|const|export|function|method|undefined|void|string)\b/],
    ["type", /\b[A-Z]\w+/],
    ["call", /\b\w+(?=[(<])/],
  ];
  const any = new RegExp(kinds.map(([name, { source }]) => `(?<${name}>${source})`).join("|"), "g");
  let html = "";
  let end = 0;
  for (const match of code.matchAll(any)) {
    const [kind] = Object.entries(match.groups).find(([, text]) => text !== undefined);
    html += `${escapeHtml(code.slice(end, match.index))}<span class="${kind}">${escapeHtml(match[0])}</span>`;
    end = match.index + match[0].length;
  }
  return html + escapeHtml(code.slice(end));
}

const style = `
  body { margin: 0; background: transparent; }
  #picture { display: inline-block; width: 940px; }
  .window { background: #1b1f27; border: 1px solid #2f3644; border-radius: 12px; overflow: hidden; color: #d4d9e2;
    font: 14px/1.6 "JetBrains Mono", "DejaVu Sans Mono", "Liberation Mono", Menlo, monospace; }
  header { padding: 8px 20px; background: #14171e; color: #9aa4b4; font-size: 12px; }
  main { padding: 14px 0 22px; }
  .line { white-space: pre; min-height: 1.6em; }
  .line i { display: inline-block; width: 44px; margin-right: 18px; text-align: right; font-style: normal; color: #4d5667; }
  .line u { display: inline-block; width: 2px; height: 1.15em; vertical-align: text-bottom; background: #7cc4ff; }
  .string { color: #e6a377; } .keyword { color: #c792ea; } .type { color: #6fd0c5; } .call { color: #8fb8ff; }
  .popups { display: flex; align-items: flex-start; margin: 2px 0 0 214px; }
  ul { margin: 0; padding: 4px 0; width: 226px; list-style: none; background: #232936; border: 1px solid #3a4356; border-radius: 4px; }
  li { padding: 1px 10px; } li.chosen { background: #2f4a75; color: #fff; }
  li em { margin-right: 8px; font-style: normal; font-size: 10px; vertical-align: 1px; color: #b48ef0; }
  aside { margin-left: 4px; padding: 10px 14px; width: 440px; background: #232936; border: 1px solid #3a4356; border-radius: 4px;
    font: 13px/1.5 system-ui, "DejaVu Sans", sans-serif; }
  aside code { font: 12px/1.5 "JetBrains Mono", "DejaVu Sans Mono", monospace; overflow-wrap: anywhere; }
  aside hr { border: 0; border-top: 1px solid #3a4356; margin: 8px -14px; }
  aside p { margin: 6px 0; } aside b { color: #fff; margin-right: 4px; } aside a { color: #6cb6ff; }
`;
