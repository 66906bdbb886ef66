import { describe, expect, it } from "vitest";
import { readPlain } from "./read-plain.js";
import { readYaml } from "./read-yaml.js";
import { toValue } from "./to-value.js";

/** Files such as people write: the plain reader must take all of them. */
const plans: Readonly<Record<string, string>> = {
  plan: `# yaml-language-server: $schema=./plan.schema.json
plan: dd0c
version: 1.0.0                       # the compiler computes the bump that a change needs
products:
  cost: { title: dd0c/cost, owner: cost-team, domains: [cost, anomaly] }
runtimes: [browser, node, slack]
context:                             # on every event
  tenant_id: { type: string, required: always, from: caller, group: tenant }   # the PostHog group
  product:   { from: client }
  timestamp: { from: clock }
naming: { event: <domain>.<object>.<action>, case: snake, tense: { completed: past, state: present } }
defaults: { stability: stable, owner: growth-team }
teams: { growth-team: { slack: "#growth" }, cost-team: {} }
`,
  properties: `---
properties:
  user_email: { type: string, format: email, pii: { class: email, handling: hash }, description: Address the user signed up with. }
  "quoted key": { pattern: '^an_[a-z0-9]+$', length: 1..64 }
groups:
  anomaly:
    description: The anomaly an event is about.
    properties:
      anomaly_id: { type: string, required: always, description: ..., examples: [an_8f2] }
      score: { type: number, min: 0, max: 1, required: always }
`,
  product: `product: cost
features: [anomalies, zombies, digest]
activation: { event: cost.anomaly.first_detected, from: account.aws.connected, within: 24h }
events:
  cost.anomaly.alerted:
    description: A Slack alert about a scored anomaly was delivered.
    trigger: Slack's API accepted the message.
    answers: Do people act on alerts, or snooze them?
    kind: feature                    # funnel | activation | feature | cross_sell | lifecycle
    runtimes:
    - node
    - slack
    include: [anomaly]
    properties:
      channel_kind: { type: enum, values: [public, private, dm], required: always }
      resource: { type: object, properties: { service: { type: string }, region: { type: string } } }

  cost.anomaly.expected:
    sentiment: negative
    x-note:
  anomaly.alert.sent:
    deprecated: { reason: Renamed with the product domain., replaced_by: cost.anomaly.alerted, sunset: 2027-03-31 }
`,
  funnels: `funnels:
  plg:
    description: Signup → Connect → First Value → Habit → Upgrade
    window: 30d
    stages:
      signup:      { event: account.signup.completed }
      connect:     { any_of: [account.integration.completed, account.aws.connected,
                              account.slack.installed, account.git.connected] }
      habit:       { event: session.weekly.active, at_least: 2 }
`,
  prose: `events:
  a.b.c:
    description: |
      The first line.

        An indented one: with a colon, and # no comment.
    trigger: >-
      A long sentence that somebody
      broke in two.

      And another.
    answers: Do people who begin
      a line go on with it
      on the next?
    owner: "a \\"quoted\\" team,
      on two lines"
    tags: [
      one,
      two, # the second
    ]
    examples:
      - { "a": 1, 'b': [1, 2.5, -3e2] }
      -
        - nested
        - - deeper
      - key: value
        other: value
`,
  json: `{
  "plan": "dd0c",
  "products": {"cost": {"title": "a, b: {c}", "domains": ["x","y"]}},
  "empty": [],
  "nothing": null
}
`,
  empty: "",
  comments: "# nothing here\n\n  # yet\n",
};

/** Texts that the plain reader must leave to the full one. */
const declined: Readonly<Record<string, string>> = {
  anchor: "a: &x 1\n",
  alias: "a: *x\n",
  tag: "a: !!str 1\n",
  "explicit key": "? a\n: b\n",
  "merge key": "<<: { a: 1 }\n",
  directive: "%YAML 1.2\n---\na: 1\n",
  "two documents": "a: 1\n---\nb: 2\n",
  "document end": "a: 1\n...\n",
  "byte order mark": "\ufeffa: 1\n",
  "tab before a key": "a:\n\tb: 1\n",
  "tab in a text": "a: b\tc\n",
  "duplicate key": "a: 1\nb: 2\na: 3\n",
  "duplicate key in brackets": "{ a: 1, a: 2 }\n",
  "duplicate key in a large map": `${Array.from({ length: 40 }, (_, at) => `k${at}: 1\n`).join("")}k3: 2\n`,
  "reserved key": "a: { __proto__: 1 }\n",
  "key without a colon": "a: 1\nb\n",
  "key of brackets": "[a]: 1\n",
  "colon in a text": "a: b: c\n",
  "unclosed quote": 'a: "b\nc: 1\n',
  "unclosed bracket": "a: [b\nc: 1\n",
  "unknown escape": 'a: "\\d"\n',
  "half a character": 'a: "\\ud800"\n',
  "wrong indentation": "a:\n    b: 1\n  c: 2\n",
  "pair in a list": "a: [b: c]\n",
  "explicit indentation": "a: |2\n    b\n",
  "lone carriage return": "a: b\rc: d\n",
  "65 levels": `${"[".repeat(65)}${"]".repeat(65)}`,
  "text at the root": "just text\n",
};

describe("readPlain", () => {
  it.each(Object.entries(plans))("takes a typical file: %s", (_name, text) => {
    const plain = readPlain(text);
    expect(plain).toBeDefined();
    expect(readYaml(text)).toEqual({ root: plain, problems: [] });
    const windows = text.replaceAll("\n", "\r\n");
    expect(readYaml(windows)).toEqual({ root: readPlain(windows), problems: [] });
  });

  it.each(Object.entries(declined))("declines: %s", (_name, text) => {
    expect(readPlain(text)).toBeUndefined();
  });

  it("reads values and sources", () => {
    const text =
      "{ a: 1.0, b: '1.0', c: 0x1F, d: 0o17, e: -.inf, f: ~, g: True, h: yes, i: , j: 1e3 }\n";
    const root = readPlain(text);
    expect(root && toValue(root)).toEqual({
      ...{
        a: 1,
        b: "1.0",
        c: 31,
        d: 15,
        e: -Infinity,
        f: null,
        g: true,
        h: "yes",
        i: null,
        j: 1000,
      },
    });
    const map = root?.kind === "map" ? root.entries : [];
    expect(map.map(({ value }) => value.kind === "scalar" && value.source)).toEqual(
      ...[["1.0", "1.0", "0x1F", "0o17", "-.inf", "~", "True", "yes", "", "1e3"]],
    );
  });

  it("gives offsets, and a missing value a place right after its colon", () => {
    const text = "a:  # c\nb:\n- x\n- 'y'\n";
    expect(readPlain(text)).toEqual({
      kind: "map",
      start: 0,
      end: 20,
      entries: [
        {
          key: { kind: "scalar", value: "a", source: "a", start: 0, end: 1 },
          value: { kind: "scalar", value: null, source: "", start: 2, end: 2 },
        },
        {
          key: { kind: "scalar", value: "b", source: "b", start: 8, end: 9 },
          value: {
            kind: "seq",
            start: 11,
            end: 20,
            items: [
              { kind: "scalar", value: "x", source: "x", start: 13, end: 14 },
              { kind: "scalar", value: "y", source: "y", start: 17, end: 20 },
            ],
          },
        },
      ],
    });
  });
});
