/** A property of each kind, as a plan writes it: the reference shows it with what it becomes. */
export const kindExamples: Readonly<Record<string, string>> = {
  string: `anomaly_id: { type: string, pattern: "^an_[a-z0-9]+$", max_length: 40, description: The anomaly. }`,
  integer: `seats: { type: integer, min: 1, unit: seats, description: Seats paid for. }`,
  number: `score: { type: number, min: 0, max: 1, unit: ratio, description: How sure we are. }`,
  boolean: `is_trial: { type: boolean, description: Whether it is a trial. }`,
  timestamp: `signed_up_at: { type: timestamp, description: When the account was made. }`,
  date: `billed_on: { type: date, description: The day billed. }`,
  duration: `wait: { type: duration, unit: s, description: From the question to the answer. }`,
  money: `total_cents: { type: money, currency: USD, min: 0, description: "What it costs, tax included." }`,
  enum: `severity:
  type: enum
  description: How bad it is.
  values: { high: Today, low: Good to know }`,
  const: `schema_version: { type: const, value: 2, description: The shape of this event. }`,
  array: `regions: { type: array, items: { type: string }, max_items: 20, unique: true, description: Where it runs. }`,
  object: `resource:
  type: object
  description: What is concerned.
  properties:
    service: { type: string, required: always, description: The service. }
    region: { type: string, description: Where it is. }`,
  map: `cost_by_service: { type: map, values: { type: integer }, max_keys: 50, description: Spend by service. }`,
  union: `threshold:
  type: union
  description: "A number, or left to us."
  any_of: [{ type: number, min: 0 }, { type: enum, values: [auto] }]`,
  named: `address: { type: named, name: place, description: Where it goes. }`,
  json_schema: `tree:
  type: json_schema
  description: "A shape that another team owns."
  schema: { type: object, properties: { id: { type: string } }, required: [id] }`,
};
