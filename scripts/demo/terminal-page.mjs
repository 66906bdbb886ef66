// A terminal's output as a page, to be photographed.

/** The page for some lines with ANSI colours, under the command that printed them. */
export function terminalPage(command, lines) {
  const text = lines.map(toHtml).join("\n");
  return `<!doctype html><meta charset="utf-8"><style>${style}</style>
<div id="picture"><div class="window"><header><i></i><i></i><i></i></header>
<pre><b class="prompt">$</b> ${command}\n\n${text}</pre></div></div>`;
}

const style = `
  body { margin: 0; background: transparent; }
  #picture { display: inline-block; padding: 0; }
  .window { background: #11151c; border: 1px solid #2b3340; border-radius: 12px; }
  header { padding: 12px 14px 2px; display: flex; gap: 7px; }
  header i { width: 11px; height: 11px; border-radius: 50%; background: #2f3947; }
  pre { margin: 0; padding: 10px 26px 22px; color: #d7dde6; width: 101ch;
    font: 13px/1.45 "JetBrains Mono", "DejaVu Sans Mono", "Liberation Mono", Menlo, monospace; }
  .prompt { color: #6b7686; }
  b { font-weight: 700; color: #f3f6fa; }
  .prompt, b.prompt { color: #6b7686; }
`;

export function escapeHtml(text) {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** One line: bold and the 256 colours are all that the demo uses. */
function toHtml(line) {
  let isBold = false;
  let colour;
  const [plain, ...painted] = line.split("\u001b[");
  const html = painted.map((part) => {
    const end = part.indexOf("m");
    const code = part.slice(0, end);
    if (code === "1" || code === "22") isBold = code === "1";
    else colour = code === "39" ? undefined : xterm(Number(code.split(";")[2]));
    const text = escapeHtml(part.slice(end + 1));
    const coloured = colour ? `<span style="color:${colour}">${text}</span>` : text;
    return isBold ? `<b>${coloured}</b>` : coloured;
  });
  return escapeHtml(plain) + html.join("");
}

/** A colour of xterm's table: a cube of 6 × 6 × 6, then greys. */
function xterm(number) {
  if (number >= 232) return rgb(Array(3).fill(8 + (number - 232) * 10));
  const at = number - 16;
  const level = (digit) => (digit === 0 ? 0 : 55 + digit * 40);
  return rgb([Math.floor(at / 36), Math.floor(at / 6) % 6, at % 6].map(level));
}

function rgb(levels) {
  return `rgb(${levels.join(",")})`;
}
