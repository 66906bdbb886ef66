/** One code's page: what `dd0c-track explain` prints and what the docs are made of. */
export interface CatalogueEntry {
  /** Permanent, like the code: P for plans, C for code and what is generated into it. */
  readonly id: string;
  readonly title: string;
  /** Why it matters, in a sentence or two. */
  readonly why: string;
  readonly fix: string;
  /** A plan with exactly this finding; `plan: shop` stands in front unless it says its own. */
  readonly bad?: string;
  /** The same plan, mended. */
  readonly good?: string;
}

const entries = {
  "yaml-syntax": {
    id: "P001",
    title: "The file is no YAML",
    why: "A file that can be read in two ways would be read differently by the editor, the compiler and the next person.",
    fix: "Go to the place that is named; mostly it is an indentation, a missing colon, or a text that needs quotes.",
    bad: yaml`
      events:
        order_paid:
          description: "Money arrived.
    `,
    good: yaml`
      events:
        order_paid:
          description: "Money arrived."
    `,
  },
  "unknown-key": {
    id: "P002",
    title: "A key that the plan language does not have",
    why: "A key that nobody reads is mostly a typo, and what it was to say would silently not hold.",
    fix: "Take the nearest key, which the message names. Keys of your own start with `x-`; emitters see them.",
    bad: yaml`
      events:
        order_paid:
          descripton: Money arrived.
          description: Money arrived.
    `,
    good: yaml`
      events:
        order_paid:
          description: Money arrived.
          x-dashboard: orders
    `,
  },
  "missing-key": {
    id: "P003",
    title: "Something that must be said is not",
    why: "The compiler never guesses what a thing means: an event without a description will be counted by two people in two ways.",
    fix: "Add the key.",
    bad: yaml`
      events:
        order_paid:
          owner: shop
    `,
    good: yaml`
      events:
        order_paid:
          description: Money arrived.
          owner: shop
    `,
  },
  "wrong-value": {
    id: "P004",
    title: "A value of the wrong kind",
    why: "A list where a text belongs, or a word that is none of those allowed, has no meaning that all emitters share.",
    fix: "Write one of the values that the message names.",
    bad: yaml`
      events:
        order_paid:
          description: Money arrived.
          kind: funel
    `,
    good: yaml`
      events:
        order_paid:
          description: Money arrived.
          kind: funnel
    `,
  },
  "duplicate-key": {
    id: "P005",
    title: "The same key twice in one map",
    why: "YAML readers keep one of the two without a word, and not all keep the same one.",
    fix: "Delete one, or rename it.",
    bad: yaml`
      events:
        order_paid:
          description: Money arrived.
        order_paid:
          description: The order was paid.
    `,
    good: yaml`
      events:
        order_paid:
          description: Money arrived.
        order_confirmed:
          description: The shop accepted the order.
    `,
  },
  "yaml-alias": {
    id: "P007",
    title: "An anchor, an alias or a merge key",
    why: "Aliases make a small file expand without end, and hide from the docs where something came from. Property groups do the same work in the open.",
    fix: "Define the properties once under `property_groups:` and `include:` them.",
    bad: yaml`
      events:
        order_paid: &paid
          description: Money arrived.
        order_refunded: *paid
    `,
    good: yaml`
      property_groups:
        order:
          description: The order.
          properties:
            order_id: { type: string, required: always }
      events:
        order_paid:
          description: Money arrived.
          include: [order]
        order_refunded:
          description: Money went back.
          include: [order]
    `,
  },
  "file-not-found": {
    id: "P009",
    title: "A file that is not there",
    why: "What cannot be read cannot be checked, and a plan with a part missing would look complete.",
    fix: "Correct the path; it is relative to the file that names it.",
    bad: yaml`
      plan: shop
      files: [events/orders.yaml]
    `,
    good: yaml`
      plan: shop
      events:
        order_paid:
          description: Money arrived.
    `,
  },
  "file-not-utf8": {
    id: "P010",
    title: "A file in another encoding than UTF-8",
    why: "Guessing an encoding turns names into other names.",
    fix: "Save the file as UTF-8.",
  },
  "file-too-large": {
    id: "P011",
    title: "A file that is larger than any plan",
    why: "A limit keeps a wrong path or a hostile file from eating a build machine's memory.",
    fix: "Split the plan into several files.",
  },
  "file-too-deep": {
    id: "P012",
    title: "Collections nested deeper than any plan needs",
    why: "Thousands of levels are an attack on the reader's stack, not a plan.",
    fix: "Give the inner parts names of their own under `types:`.",
  },
  "plan-too-large": {
    id: "P016",
    title: "A plan that grows beyond any plan",
    why: "Templates, groups, references and imports multiply: a page of text could make more events than a machine has memory for.",
    fix: "Take a placeholder, a group or a reference out, or split the plan.",
    bad: yaml`
      events:
        step.<a>.<b>.<c>.<d>.<e>.<f>:
          description: A step of the way.
          expand:
            a: [a0, a1, a2, a3, a4, a5, a6, a7, a8, a9]
            b: [b0, b1, b2, b3, b4, b5, b6, b7, b8, b9]
            c: [c0, c1, c2, c3, c4, c5, c6, c7, c8, c9]
            d: [d0, d1, d2, d3, d4, d5, d6, d7, d8, d9]
            e: [e0, e1, e2, e3, e4, e5, e6, e7, e8, e9]
            f: [f0, f1, f2, f3, f4, f5, f6, f7, f8, f9]
    `,
    good: yaml`
      events:
        step.<a>.<b>:
          description: A step of the way.
          expand: { a: [first, second], b: [left, right] }
    `,
  },
  "reserved-key": {
    id: "P013",
    title: "A key that JavaScript keeps for itself",
    why: "`__proto__`, `constructor` and `prototype` change the object that they are put into.",
    fix: "Choose another name.",
    bad: yaml`
      events:
        constructor:
          description: Somebody built something.
    `,
    good: yaml`
      events:
        house_built:
          description: Somebody built something.
    `,
  },
  "path-outside-plan": {
    id: "P014",
    title: "A path or link that leaves its folder",
    why: "A plan from a stranger must not be able to read, or make others read, the rest of the disk.",
    fix: "Move the file into the plan's folder; another team's plan comes in through `imports:`.",
    bad: yaml`
      plan: shop
      files: [../../etc/passwd.yaml]
    `,
    good: yaml`
      plan: shop
      events:
        order_paid:
          description: Money arrived.
    `,
  },
  "import-cycle": {
    id: "P015",
    title: "Plans that import each other",
    why: "Neither could be resolved first.",
    fix: "Move what both need into a third plan that both import.",
    bad: yaml`
      plan: shop
      imports:
        myself: { plan: plan.yaml }
    `,
    good: yaml`
      plan: shop
      events:
        order_paid:
          description: Money arrived.
    `,
  },
  "findings-left-out": {
    id: "P017",
    title: "More mistakes than are shown",
    why: "A file with thousands of mistakes is mostly one mistake made thousands of times, and nobody reads them all; but nobody should think either that those shown are all.",
    fix: "Mend what is shown, or what made the file, and check again.",
  },
  "event-name-format": {
    id: "P101",
    title: "An event's name that breaks the plan's rule",
    why: "People find events by guessing their names, which works as long as all follow one rule.",
    fix: "Rename it; a name that must bend the rule says `naming_exception:` and why.",
    bad: yaml`
      plan: shop
      naming: { event: <object>_<action>, case: snake }
      events:
        Order Paid:
          description: Money arrived.
    `,
    good: yaml`
      plan: shop
      naming: { event: <object>_<action>, case: snake }
      events:
        order_paid:
          description: Money arrived.
    `,
  },
  "name-is-namespace": {
    id: "P106",
    title: "An event whose name is the beginning of another's",
    why: "`track.order.paid(…)` and `track.order.paid.late(…)` cannot both be called.",
    fix: "Give the shorter one a last word of its own.",
    bad: yaml`
      events:
        order.paid:
          description: Money arrived.
        order.paid.late:
          description: Money arrived after the reminder.
    `,
    good: yaml`
      events:
        order.paid.first:
          description: Money arrived.
        order.paid.late:
          description: Money arrived after the reminder.
    `,
  },
  "reserved-name": {
    id: "P107",
    title: "A name that no plan can have",
    why: "Names with `$` are PostHog's, and words such as `then` are members that JavaScript looks for on any object.",
    fix: "Choose another word.",
    bad: yaml`
      events:
        $pageview:
          description: A page was seen.
    `,
    good: yaml`
      events:
        page_viewed:
          description: A page was seen.
    `,
  },
  "identifier-collision": {
    id: "P121",
    title: "Two names that become one in generated code",
    why: "`order.paid` and `order_paid` are one type, one file name and one anchor; one would overwrite the other.",
    fix: "Rename one of the two.",
    bad: yaml`
      events:
        order.paid:
          description: Money arrived.
        order_paid:
          description: Money arrived, too.
    `,
    good: yaml`
      events:
        order.paid:
          description: Money arrived.
        order.refunded:
          description: Money went back.
    `,
  },
  "property-name-format": {
    id: "P131",
    title: "A property's name that cannot be written down",
    why: "Warehouses, SQL and TypeScript all need a plain word; `$` is PostHog's.",
    fix: "Use letters, digits and `_`, starting with a letter.",
    bad: yaml`
      events:
        order_paid:
          description: Money arrived.
          properties:
            order-id: { type: string }
    `,
    good: yaml`
      events:
        order_paid:
          description: Money arrived.
          properties:
            order_id: { type: string }
    `,
  },
  "property-shadows-context": {
    id: "P135",
    title: "A property with the name of a context field",
    why: "The client fills the context in; a caller who could set it too could put one tenant's events under another's name.",
    fix: "Take the property out.",
    bad: yaml`
      plan: shop
      context:
        tenant_id: { from: caller }
      events:
        order_paid:
          description: Money arrived.
          properties:
            tenant_id: { type: string }
    `,
    good: yaml`
      plan: shop
      context:
        tenant_id: { from: caller }
      events:
        order_paid:
          description: Money arrived.
    `,
  },
  "enum-empty-or-duplicate": {
    id: "P203",
    title: "An enum without values, or with one twice",
    why: "No value fits an empty enum, and one that stands twice was meant to be another.",
    fix: "List every value once.",
    bad: yaml`
      properties:
        method: { type: enum, values: [card, card] }
    `,
    good: yaml`
      properties:
        method: { type: enum, values: [card, invoice] }
    `,
  },
  "contradictory-constraint": {
    id: "P209",
    title: "A constraint that nothing fits, or that is no constraint",
    why: "Every call would be refused, or none.",
    fix: "Swap the bounds, or correct the regular expression.",
    bad: yaml`
      properties:
        items: { type: integer, min: 10, max: 1 }
    `,
    good: yaml`
      properties:
        items: { type: integer, min: 1, max: 10 }
    `,
  },
  "condition-unknown-property": {
    id: "P215",
    title: "A condition on a property that the event does not have",
    why: "It never holds, so the property would never be required.",
    fix: "Name a property of the same event.",
    bad: yaml`
      events:
        order_failed:
          description: The order could not be paid.
          properties:
            outcome: { type: enum, values: [declined, expired] }
            reason: { type: string, required: { when: { outcom: declined } } }
    `,
    good: yaml`
      events:
        order_failed:
          description: The order could not be paid.
          properties:
            outcome: { type: enum, values: [declined, expired] }
            reason: { type: string, required: { when: { outcome: declined } } }
    `,
  },
  "condition-impossible": {
    id: "P216",
    title: "A condition on a value that never occurs",
    why: "It never holds, so the property would never be required.",
    fix: "Name a value that the other property can have.",
    bad: yaml`
      events:
        order_failed:
          description: The order could not be paid.
          properties:
            outcome: { type: enum, values: [declined, expired] }
            reason: { type: string, required: { when: { outcome: refused } } }
    `,
    good: yaml`
      events:
        order_failed:
          description: The order could not be paid.
          properties:
            outcome: { type: enum, values: [declined, expired] }
            reason: { type: string, required: { when: { outcome: declined } } }
    `,
  },
  "json-schema-invalid": {
    id: "P217",
    title: "A JSON Schema file that is none, or not complete in itself",
    why: "Types are made from it without a network, so everything has to be in it.",
    fix: "Correct the JSON; copy into the file what it refers to.",
  },
  "example-invalid": {
    id: "P222",
    title: "An example that its own type refuses",
    why: "Examples are what people copy; one of the two is wrong.",
    fix: "Correct the example, or the type.",
    bad: yaml`
      properties:
        items: { type: integer, examples: [3.5] }
    `,
    good: yaml`
      properties:
        items: { type: integer, examples: [3] }
    `,
  },
  "ref-unknown": {
    id: "P301",
    title: "A name that is defined nowhere",
    why: "A property group, type, stage or feature that does not exist says nothing about the event.",
    fix: "Take the nearest name, which the message says, or define it.",
    bad: yaml`
      property_groups:
        order:
          description: The order.
          properties:
            order_id: { type: string }
      events:
        order_paid:
          description: Money arrived.
          include: [ordr]
    `,
    good: yaml`
      property_groups:
        order:
          description: The order.
          properties:
            order_id: { type: string }
      events:
        order_paid:
          description: Money arrived.
          include: [order]
    `,
  },
  "reference-cycle": {
    id: "P302",
    title: "Definitions that lead back to themselves",
    why: "They have no end, so they have no meaning.",
    fix: "Take one of the references out.",
    bad: yaml`
      property_groups:
        order:
          description: The order.
          include: [basket]
          properties:
            order_id: { type: string }
        basket:
          description: What is in it.
          include: [order]
          properties:
            items: { type: integer }
    `,
    good: yaml`
      property_groups:
        order:
          description: The order.
          include: [basket]
          properties:
            order_id: { type: string }
        basket:
          description: What is in it.
          properties:
            items: { type: integer }
    `,
  },
  "group-conflict": {
    id: "P303",
    title: "Two property groups that disagree about a property",
    why: "The event would have whichever came last.",
    fix: "Define the property once under `properties:`, or rename one of the two.",
    bad: yaml`
      property_groups:
        order:
          description: The order.
          properties:
            amount: { type: number }
        payment:
          description: The payment.
          properties:
            amount: { type: string }
      events:
        order_paid:
          description: Money arrived.
          include: [order, payment]
    `,
    good: yaml`
      property_groups:
        order:
          description: The order.
          properties:
            amount: { type: number }
        payment:
          description: The payment.
          properties:
            payment_amount: { type: number }
      events:
        order_paid:
          description: Money arrived.
          include: [order, payment]
    `,
  },
  "override-weakens-base": {
    id: "P306",
    title: "A refinement that lets through what the shared definition refuses",
    why: "Whoever reads the shared property relies on it: above all on what it says of personal data.",
    fix: "Only tighten. Change the shared property for everybody, or define another one.",
    bad: yaml`
      properties:
        email: { type: string, pii: { class: email, handling: drop } }
      events:
        order_paid:
          description: Money arrived.
          properties:
            email: { pii: { class: email, handling: hash } }
    `,
    good: yaml`
      properties:
        email: { type: string, pii: { class: email, handling: hash } }
      events:
        order_paid:
          description: Money arrived.
          properties:
            email: { pii: { class: email, handling: drop } }
    `,
  },
  "import-matches-nothing": {
    id: "P308",
    title: "An import that no event of the other plan fits",
    why: "The other team has renamed or removed the event, or the pattern has a typo.",
    fix: "Name events that the other plan has, or a family such as `account.*`.",
  },
  "duplicate-definition": {
    id: "P310",
    title: "Two definitions of one name in different files",
    why: "Which of them holds would depend on the order of files.",
    fix: "Keep one, or give the other a name of its own.",
  },
  "template-placeholder": {
    id: "P312",
    title: "A template whose placeholders and `expand:` do not match",
    why: "An event with `<` in its name, or a list that nothing uses, is never what was meant.",
    fix: "Name each placeholder under `expand:`, and nothing else.",
    bad: yaml`
      events:
        feature.<name>.used:
          description: The feature <name> was used.
    `,
    good: yaml`
      features: [search, export]
      events:
        feature.<name>.used:
          description: The feature <name> was used.
          expand: { name: features }
    `,
  },
  "product-unknown": {
    id: "P404",
    title: "A product that the plan does not have, or none at all",
    why: "Without its product an event belongs to no client, page or dashboard.",
    fix: "Name a product of `products:`.",
    bad: yaml`
      plan: shop
      products:
        web: {}
      events:
        order_paid:
          description: Money arrived.
          products: [wbe]
    `,
    good: yaml`
      plan: shop
      products:
        web: {}
      events:
        order_paid:
          description: Money arrived.
          products: [web]
    `,
  },
  "runtime-unknown": {
    id: "P405",
    title: "A runtime that the plan does not have",
    why: "No client would be generated for it, so nobody could send the event.",
    fix: "Name a runtime of `runtimes:`.",
    bad: yaml`
      events:
        order_paid:
          description: Money arrived.
          runtimes: [nodejs]
    `,
    good: yaml`
      events:
        order_paid:
          description: Money arrived.
          runtimes: [node]
    `,
  },
  "group-unknown": {
    id: "P408",
    title: "A group that the plan does not define",
    why: "Events would be counted under a group without traits that nobody looks at.",
    fix: "Name a group of `groups:`.",
    bad: yaml`
      plan: shop
      groups:
        company: {}
      context:
        company_id: { from: caller, group: compny }
    `,
    good: yaml`
      plan: shop
      groups:
        company: {}
      context:
        company_id: { from: caller, group: company }
    `,
  },
  "pii-class-unknown": {
    id: "P502",
    title: "A class of personal data that nobody defined",
    why: "The class decides what happens to the value before it leaves the process.",
    fix: "Take a built-in class, or define your own with its handling under `privacy: classes:`.",
    bad: yaml`
      properties:
        email: { type: string, pii: e_mail }
    `,
    good: yaml`
      properties:
        email: { type: string, pii: email }
    `,
  },
  "hash-type-mismatch": {
    id: "P508",
    title: "Hashing of something that is not one value",
    why: "The hash of an object changes with every part of it and can be joined with nothing.",
    fix: "Mark the personal value inside it, or drop the whole.",
    bad: yaml`
      events:
        order_paid:
          description: Money arrived.
          properties:
            address:
              type: object
              pii: { class: address, handling: hash }
              properties:
                street: { type: string }
    `,
    good: yaml`
      events:
        order_paid:
          description: Money arrived.
          properties:
            address:
              type: object
              properties:
                street: { type: string, pii: { class: address, handling: hash } }
    `,
  },
  "raw-pii-without-review": {
    id: "P509",
    title: "Personal data that leaves as it is, without a reason or an end",
    why: "Exceptions that nobody has to defend again stay for ever.",
    fix: "Say `reason:` and `until:`, or hash or drop the value.",
    bad: yaml`
      properties:
        email: { type: string, pii: { class: email, handling: allow } }
    `,
    good: yaml`
      properties:
        email:
          type: string
          pii: { class: email, handling: allow, reason: Receipts are sent from it., until: 2030-01-31 }
    `,
  },
  "owner-unknown": {
    id: "P602",
    title: "An owner that is no team of the plan",
    why: "An event whose owner cannot be asked has none.",
    fix: "Name a team of `teams:`.",
    bad: yaml`
      plan: shop
      teams:
        checkout: {}
      events:
        order_paid:
          description: Money arrived.
          owner: checkuot
    `,
    good: yaml`
      plan: shop
      teams:
        checkout: {}
      events:
        order_paid:
          description: Money arrived.
          owner: checkout
    `,
  },
  "replacement-unknown": {
    id: "P624",
    title: "A deprecated event whose replacement does not exist",
    why: "Whoever follows the advice finds nothing.",
    fix: "Name an event of the plan.",
    bad: yaml`
      events:
        order_payed:
          description: Money arrived.
          deprecated: { reason: Misspelt., replaced_by: order_piad }
        order_paid:
          description: Money arrived.
    `,
    good: yaml`
      events:
        order_payed:
          description: Money arrived.
          deprecated: { reason: Misspelt., replaced_by: order_paid }
        order_paid:
          description: Money arrived.
    `,
  },
  "reserved-name-in-use": {
    id: "P631",
    title: "A name that the plan has set aside",
    why: "It meant something else once; old rows would gain a new meaning.",
    fix: "Choose another name.",
    bad: yaml`
      plan: shop
      reserved: { events: [order_paid] }
      events:
        order_paid:
          description: Money arrived.
    `,
    good: yaml`
      plan: shop
      reserved: { events: [order_paid] }
      events:
        order_settled:
          description: Money arrived.
    `,
  },
  "funnel-step-unknown-event": {
    id: "P701",
    title: "An event in a funnel, activation or score that does not exist",
    why: "The stage would stay at zero, and look like a product problem.",
    fix: "Name an event of the plan, and of the product.",
    bad: yaml`
      events:
        basket_filled:
          description: The first thing was put into the basket.
        order_paid:
          description: Money arrived.
      funnels:
        checkout:
          description: From the basket to the money.
          by: distinct_id
          window: 7d
          stages:
            basket: { event: basket_filled }
            paid: { event: order_payed }
    `,
    good: yaml`
      events:
        basket_filled:
          description: The first thing was put into the basket.
        order_paid:
          description: Money arrived.
      funnels:
        checkout:
          description: From the basket to the money.
          by: distinct_id
          window: 7d
          stages:
            basket: { event: basket_filled }
            paid: { event: order_paid }
    `,
  },
  "funnel-step-unknown-property": {
    id: "P702",
    title: "A funnel's filter on a property that its events do not have",
    why: "Nothing passes such a filter.",
    fix: "Name a property of the stage's events.",
    bad: yaml`
      events:
        basket_filled:
          description: The first thing was put into the basket.
        order_paid:
          description: Money arrived.
          properties:
            method: { type: enum, values: [card, invoice] }
      funnels:
        checkout:
          description: From the basket to the money.
          by: distinct_id
          window: 7d
          stages:
            basket: { event: basket_filled }
            paid: { event: order_paid, where: { metod: card } }
    `,
    good: yaml`
      events:
        basket_filled:
          description: The first thing was put into the basket.
        order_paid:
          description: Money arrived.
          properties:
            method: { type: enum, values: [card, invoice] }
      funnels:
        checkout:
          description: From the basket to the money.
          by: distinct_id
          window: 7d
          stages:
            basket: { event: basket_filled }
            paid: { event: order_paid, where: { method: card } }
    `,
  },
  "funnel-too-short": {
    id: "P705",
    title: "A funnel with a single stage",
    why: "A rate needs two numbers.",
    fix: "Add the stage that people should reach.",
    bad: yaml`
      events:
        basket_filled:
          description: The first thing was put into the basket.
      funnels:
        checkout:
          description: From the basket to the money.
          by: distinct_id
          window: 7d
          stages:
            basket: { event: basket_filled }
    `,
    good: yaml`
      events:
        basket_filled:
          description: The first thing was put into the basket.
        order_paid:
          description: Money arrived.
      funnels:
        checkout:
          description: From the basket to the money.
          by: distinct_id
          window: 7d
          stages:
            basket: { event: basket_filled }
            paid: { event: order_paid }
    `,
  },
  "funnel-stage-unclear": {
    id: "P717",
    title: "A funnel's stage that says no way to reach it, or several",
    why: "Two people would count two numbers.",
    fix: "Say one of `event`, `any_of` or `activation: true`.",
    bad: yaml`
      events:
        basket_filled:
          description: The first thing was put into the basket.
        order_paid:
          description: Money arrived.
      funnels:
        checkout:
          description: From the basket to the money.
          by: distinct_id
          window: 7d
          stages:
            basket: { event: basket_filled }
            paid: { description: Money arrived. }
    `,
    good: yaml`
      events:
        basket_filled:
          description: The first thing was put into the basket.
        order_paid:
          description: Money arrived.
      funnels:
        checkout:
          description: From the basket to the money.
          by: distinct_id
          window: 7d
          stages:
            basket: { event: basket_filled }
            paid: { event: order_paid, description: Money arrived. }
    `,
  },
  "funnel-stage-unreachable": {
    id: "P718",
    title: "A funnel's stage that a product has no event for",
    why: "For this product the funnel ends there, whatever people do.",
    fix: "Give the product an event or an `activation:`, or leave it out of `for:`.",
    bad: yaml`
      plan: shop
      products: { web: {}, till: {} }
      events:
        basket_filled:
          description: The first thing was put into the basket.
        order_paid:
          description: Money arrived.
          products: [web]
      funnels:
        checkout:
          description: From the basket to the money.
          by: distinct_id
          window: 7d
          for: every product
          stages:
            basket: { event: basket_filled }
            paid: { event: order_paid }
    `,
    good: yaml`
      plan: shop
      products: { web: {}, till: {} }
      events:
        basket_filled:
          description: The first thing was put into the basket.
        order_paid:
          description: Money arrived.
          products: [web]
      funnels:
        checkout:
          description: From the basket to the money.
          by: distinct_id
          window: 7d
          for: [web]
          stages:
            basket: { event: basket_filled }
            paid: { event: order_paid }
    `,
  },
  "health-weights": {
    id: "P721",
    title: "A health score whose weights do not add up to 1",
    why: "The score would not reach from 0 to 1, and its bands would mean something else.",
    fix: "Make each weight its share of the whole.",
    bad: yaml`
      health:
        score:
          description: How well a customer is doing.
          by: distinct_id
          every: 1d
          inputs:
            activated: { weight: 0.5, measure: activation }
            breadth: { weight: 0.4, measure: feature_breadth }
          bands:
            fine: { from: 0.5 }
            poor: { from: 0 }
    `,
    good: yaml`
      health:
        score:
          description: How well a customer is doing.
          by: distinct_id
          every: 1d
          inputs:
            activated: { weight: 0.5, measure: activation }
            breadth: { weight: 0.5, measure: feature_breadth }
          bands:
            fine: { from: 0.5 }
            poor: { from: 0 }
    `,
  },
  "health-bands": {
    id: "P722",
    title: "A health score whose lowest band does not begin at 0",
    why: "Those who are worst off would belong to no band.",
    fix: "Add a band with `from: 0`.",
    bad: yaml`
      health:
        score:
          description: How well a customer is doing.
          by: distinct_id
          every: 1d
          inputs:
            activated: { weight: 1, measure: activation }
          bands:
            fine: { from: 0.5 }
    `,
    good: yaml`
      health:
        score:
          description: How well a customer is doing.
          by: distinct_id
          every: 1d
          inputs:
            activated: { weight: 1, measure: activation }
          bands:
            fine: { from: 0.5 }
            poor: { from: 0 }
    `,
  },
  "emitter-unknown": {
    id: "P901",
    title: "An output whose emitter cannot be found",
    why: "Nothing would be generated for it, and what is there would grow old unnoticed.",
    fix: "Name a built-in emitter, an installed package, or a path such as `./tools/kotlin.js` that exports an `Emitter`.",
  },
  "output-collision": {
    id: "P902",
    title: "Two outputs that write the same file",
    why: "Which of them stays would depend on their order.",
    fix: "Give one of them another folder in `to:`.",
  },
  "output-outside-folder": {
    id: "P903",
    title: "An emitter that writes outside its folder",
    why: "What `to:` names is all that an emitter may touch.",
    fix: "Report it to whoever made the emitter.",
  },
  "file-in-the-way": {
    id: "P904",
    title: "A file that somebody wrote where one is to be generated",
    why: "Work that was done by hand must not vanish without a word.",
    fix: "Move the file away, or choose another folder in `to:`.",
  },
  "generated-file-stale": {
    id: "C502",
    title: "A generated file that is not what the plan says",
    why: "Code would compile against events that are planned no longer, or not yet.",
    fix: "Run `dd0c-track generate` and commit what it writes.",
  },
} as const satisfies Readonly<Record<string, CatalogueEntry>>;

/** The code of a finding. One without a page in the catalogue does not compile. */
export type DiagnosticCode = keyof typeof entries;

/** Every code's page: the only list of codes, from which help, docs and SARIF rules are made. */
export const catalogue: Readonly<Record<DiagnosticCode, CatalogueEntry>> = entries;

/** A YAML text without the indentation that it has in this file. */
function yaml([text = ""]: TemplateStringsArray): string {
  return text.replace(/^\n/, "").replaceAll(/^ {6}/gm, "").replace(/ *$/, "");
}
