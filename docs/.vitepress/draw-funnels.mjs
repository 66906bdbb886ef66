/**
 * Shows the taxonomy's flowcharts (`funnel-chart.ts`) as an ordered list that CSS draws as steps: it
 * is read aloud, wraps on a phone and needs no script. Any other Mermaid text stays code.
 */
export function drawFunnels(md) {
  const fence = md.renderer.rules.fence;
  md.renderer.rules.fence = (tokens, index, ...rest) => {
    const { info, content } = tokens[index];
    const steps = info.trim() === "mermaid" ? stepsOf(content) : null;
    return steps === null ? fence(tokens, index, ...rest) : list(steps, md.utils.escapeHtml);
  };
}

/** The steps of a flowchart of ours; null where it is another picture. */
function stepsOf(chart) {
  const [head, ...lines] = chart.trim().split("\n");
  if (head !== "flowchart LR") return null;
  const steps = [];
  for (const line of lines) {
    const node = /^ {2}s\d+(\(?)\["(.*)"\]\)?$/.exec(line);
    if (node !== null) steps.push({ isAha: node[1] === "(", parts: node[2].split("<br/>") });
    else if (!/^ {2}s\d+ (?:-->|-\.->) s\d+$/.test(line)) return null;
  }
  return steps.length === 0 ? null : steps;
}

function list(steps, escapeHtml) {
  const words = (text) =>
    escapeHtml(text.replace(/#(\d+);/g, (_, code) => String.fromCodePoint(Number(code))));
  const items = steps.map(({ isAha, parts: [name = "", ...notes] }) => {
    const small = notes.map((note) => `<small>${words(note)}</small>`).join("");
    const isOptional = notes.includes("may be skipped");
    const kind = [isAha ? "aha" : "", isOptional ? "optional" : ""].join(" ").trim();
    return `<li${kind === "" ? "" : ` class="${kind}"`}><span>${words(name)}</span>${small}</li>`;
  });
  return `<ol class="funnel" v-pre>${items.join("")}</ol>\n`;
}
