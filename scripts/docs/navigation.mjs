/** The guides in the order in which somebody new reads them; others follow by name. */
const guides = [
  "quick-start",
  "design-a-plan",
  "server",
  "browser",
  "slack-bot",
  "pii",
  "live-check",
  "ci-gate",
  "breaking-changes",
  "migration",
];

const fixed = [
  ["events", "All events"],
  ["shared", "Shared events"],
  ["context", "What every event carries"],
  ["properties", "Shared properties"],
  ["funnels", "Funnels"],
  ["health", "Health"],
  ["privacy", "Privacy register"],
  ["owners", "Owners"],
  ["deprecated", "Deprecated"],
  ["changelog", "Changelog"],
];

/** The site's title, menu and sidebars. `made` are the taxonomy's paths, `written` the other pages. */
export function navigation(plan, made, written) {
  const there = new Set(made);
  const nameOf = (name) => (there.has(`plan-${name}.md`) ? `plan-${name}` : name);
  const below = (folder) => written.filter(({ path }) => path.startsWith(`${folder}/`));
  const rank = ({ path }) => {
    const index = guides.indexOf(path.slice("guides/".length, -".md".length));
    return index === -1 ? guides.length : index;
  };
  const inOrder = [...below("guides")].sort((a, b) => rank(a) - rank(b));
  const taxonomy = [
    {
      text: "Products",
      items: [
        { text: "Overview", link: "/" },
        ...plan.products.map(({ name, title }) => ({ text: words(title), link: `/${name}.html` })),
      ],
    },
    {
      text: "The whole plan",
      items: fixed
        .filter(([name]) => there.has(`${nameOf(name)}.md`))
        .map(([name, text]) => ({ text, link: `/${nameOf(name)}.html` })),
    },
  ];
  const guideSidebar = [{ text: "Guides", items: inOrder.map(toItem) }];
  const referenceSidebar = [
    { text: "Reference", items: below("reference").map(toItem) },
    { text: "Words", items: written.filter(({ path }) => path === "glossary.md").map(toItem) },
    { text: "Decisions", items: below("decisions").map(toItem) },
  ];
  const [firstGuide] = guideSidebar[0].items;
  const [firstReference] = referenceSidebar[0].items;
  return {
    title: `${plan.title} tracking plan`,
    siteTitle: words(`${plan.title} tracking plan`),
    description: plan.description ?? `What ${plan.title} records, and why.`,
    nav: [
      { text: "Overview", link: "/" },
      { text: "Events", link: `/${nameOf("events")}.html` },
      ...(firstGuide ? [{ text: "Guides", link: firstGuide.link, activeMatch: "^/guides/" }] : []),
      ...(firstReference
        ? [
            {
              text: "Reference",
              link: firstReference.link,
              activeMatch: "^/(reference|decisions)/|^/glossary",
            },
          ]
        : []),
    ],
    sidebar: {
      "/guides/": guideSidebar,
      "/reference/": referenceSidebar,
      "/decisions/": referenceSidebar,
      "/glossary": referenceSidebar,
      ...besideEvents(plan, made, taxonomy),
      "/": taxonomy,
    },
  };
}

/** Beside an event stand those of its domain, the first word of its name. */
function besideEvents(plan, made, taxonomy) {
  const byDomain = new Map();
  const paths = new Set(made);
  for (const name of new Set(plan.events.map((event) => event.name))) {
    const page = `events/${name.replace(/[^\p{L}\p{N}._-]+/gu, "-")}`;
    if (!paths.has(`${page}.md`)) continue;
    const domain = name.includes(".") ? `${name.split(".")[0]}.` : "";
    const items = byDomain.get(domain) ?? [];
    byDomain.set(domain, items);
    items.push({ text: words(name.slice(domain.length)), link: `/${page}.html` });
  }
  const [products, wholePlan] = taxonomy;
  const sidebars = [...byDomain].map(([domain, items]) => {
    const text = domain === "" ? "Events" : `Events of ${words(domain.slice(0, -1))}`;
    return [`/events/${domain}`, [{ text, items }, products, wholePlan]];
  });
  // The longest first: `/events/` is every event's beginning.
  return Object.fromEntries(sidebars.sort(([a], [b]) => b.length - a.length));
}

function toItem({ path, title }) {
  return { text: words(title), link: `/${path.replace(/\.md$/, ".html")}` };
}

/** The theme takes what it shows in menus for HTML. */
function words(text) {
  return text.replace(/[&<>"]/g, (mark) => `&#${mark.codePointAt(0)};`);
}
