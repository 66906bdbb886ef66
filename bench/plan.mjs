import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const kinds = [
  (event, at) =>
    `{ type: string, max_length: 40, required: always, description: The id of thing ${event} that part ${at} is about. }`,
  (event, at) =>
    `{ type: enum, values: [first_${event % 7}, second, third], required: always, description: Which of three ways was taken in part ${at}. }`,
  (_event, at) =>
    `{ type: integer, min: 0, max: 1000, unit: items, description: How many items part ${at} held. }`,
  (_event, at) => `{ type: boolean, description: Whether part ${at} was new. }`,
  (_event, at) =>
    `{ type: duration, unit: ms, required: always, description: How long part ${at} took. }`,
  (_event, at) => `{ type: number, min: 0, max: 1, description: How sure part ${at} was. }`,
  (_event, at) =>
    `{ type: string, format: email, pii: email, description: Who asked for part ${at}. }`,
  (_event, at) =>
    `{ type: array, items: { type: string, max_length: 20 }, max_items: 5, description: The marks of part ${at}. }`,
];

/** One event with eight properties, as YAML below `events:`. */
function event(index) {
  const lines = [
    `  area${index % 20}.thing${index}.completed:`,
    `    description: Thing number ${index} was completed by somebody who meant it.`,
    `    trigger: The server stored the result of thing ${index}.`,
    `    answers: How often do people come to the end of thing ${index}?`,
    "    owner: growth-team",
    "    kind: feature",
    "    properties:",
  ];
  const properties = kinds.map((kind, at) => `      ${nameOf(at)}: ${kind(index, at)}`);
  return [...lines, ...properties].join("\n");
}

/** A property's name; that of a duration says its unit. */
function nameOf(at) {
  return at === 4 ? `part${at}_ms` : `part${at}`;
}

/** Writes a plan of `count` events × 8 properties in twenty files; returns its root file and all paths. */
export function writePlan(folder, count) {
  mkdirSync(folder, { recursive: true });
  const root = join(folder, "plan.yaml");
  const header = [
    "plan: bench",
    "version: 1.0.0",
    "docs: https://docs.example.com/events",
    "runtimes: [browser, node]",
    "context:",
    "  tenant_id: { from: caller, group: tenant, description: The customer account. }",
    "  product: { from: client }",
    "  timestamp: { from: clock }",
    'naming: { event: "<domain>.<object>.<action>", case: snake }',
    "teams: { growth-team: }",
  ];
  writeFileSync(root, `${header.join("\n")}\n`);
  const paths = [root];
  for (let area = 0; area < 20; area++) {
    const events = [];
    for (let index = area; index < count; index += 20) events.push(event(index));
    const path = join(folder, `area${area}.yaml`);
    writeFileSync(path, `events:\n${events.join("\n")}\n`);
    paths.push(path);
  }
  return { root, paths };
}
