import { describe, expect, it } from "vitest";
import { findingsIn, type Texts } from "../../../fixtures/compile-text.js";
import { yaml } from "../../../fixtures/yaml.js";

type Row = readonly [name: string, texts: Texts, wanted: readonly string[]];

describe("a plan's rule", () => {
  it.each<Row>([
    [
      "without a rule, any name",
      yaml`
      plan: p
      events:
        user_signed_up: { description: D. }
        Signed In: { description: D. }
        "app:page_view": { description: D. }
        Заказ оплачен: { description: D. }
        注文.完了: { description: D. }
      `,
      [],
    ],
    [
      "snake, in three parts",
      yaml`
      plan: p
      naming: { event: <domain>.<object>.<action>, case: snake }
      events:
        cost.anomaly.first_detected: { description: D. }
        a1.b2.c3_4: { description: D. }
      `,
      [],
    ],
    [
      "snake, in three parts, broken",
      yaml`
      plan: p
      naming: { event: <domain>.<object>.<action> }
      events:
        cost.anomaly: { description: D. }
        Cost.Anomaly.Alerted: { description: D. }
        cost.anomaly.firstDetected: { description: D. }
        cost.anomaly.alerted_: { description: D. }
        cost-anomaly-alerted: { description: D. }
        a..b: { description: D. }
      `,
      [
        "4:3 event-name-format",
        "5:3 event-name-format",
        "6:3 event-name-format",
        "6:3 name-is-namespace",
        "7:3 event-name-format",
        "7:3 identifier-collision",
        "7:3 name-is-namespace",
        "8:3 event-name-format",
        "8:3 identifier-collision",
        "9:3 reserved-name",
      ],
    ],
    [
      "snake, flat",
      yaml`
      plan: p
      naming: { case: snake }
      events:
        user_signed_up: { description: D. }
        user: { description: D. }
        user2_up: { description: D. }
      `,
      [],
    ],
    [
      "snake, flat, broken",
      yaml`
      plan: p
      naming: { case: snake }
      events:
        userSignedUp: { description: D. }
        user__up: { description: D. }
        _user: { description: D. }
        user.up: { description: D. }
        2user: { description: D. }
      `,
      [
        "4:3 event-name-format",
        "5:3 event-name-format",
        "5:3 identifier-collision",
        "6:3 event-name-format",
        "7:3 event-name-format",
        "8:3 event-name-format",
      ],
    ],
    [
      "kebab",
      yaml`
      plan: p
      naming: { case: kebab }
      events:
        user-signed-up: { description: D. }
        user: { description: D. }
      `,
      [],
    ],
    [
      "kebab, broken",
      yaml`
      plan: p
      naming: { case: kebab }
      events:
        user_signed_up: { description: D. }
        User-up: { description: D. }
        user-: { description: D. }
      `,
      ["4:3 event-name-format", "5:3 event-name-format", "6:3 event-name-format"],
    ],
    [
      "camel",
      yaml`
      plan: p
      naming: { case: camel }
      events:
        userSignedUp: { description: D. }
        user: { description: D. }
      `,
      [],
    ],
    [
      "camel, broken",
      yaml`
      plan: p
      naming: { case: camel }
      events:
        UserSignedUp: { description: D. }
        user_up: { description: D. }
      `,
      ["4:3 event-name-format", "5:3 event-name-format"],
    ],
    [
      "pascal",
      yaml`
      plan: p
      naming: { case: pascal }
      events:
        UserSignedUp: { description: D. }
      `,
      [],
    ],
    [
      "pascal, broken",
      yaml`
      plan: p
      naming: { case: pascal }
      events:
        userSignedUp: { description: D. }
        User Up: { description: D. }
      `,
      ["4:3 event-name-format", "5:3 event-name-format"],
    ],
    [
      "title",
      yaml`
      plan: p
      naming: { case: title }
      events:
        Signed Up: { description: D. }
        Order Paid In Two Steps: { description: D. }
      `,
      [],
    ],
    [
      "title, broken",
      yaml`
      plan: p
      naming: { case: title }
      events:
        Signed up: { description: D. }
        signed Up: { description: D. }
        Signed  Up: { description: D. }
      `,
      [
        "4:3 event-name-format",
        "4:3 identifier-collision",
        "5:3 event-name-format",
        "5:3 identifier-collision",
        "6:3 event-name-format",
      ],
    ],
    [
      "a title in two parts",
      yaml`
      plan: p
      naming: { event: '<Object>: <Action>', case: title }
      events:
        'User: Signed Up': { description: D. }
      `,
      [],
    ],
    [
      "a title in two parts, broken",
      yaml`
      plan: p
      naming: { event: '<Object>: <Action>', case: title }
      events:
        User Signed Up: { description: D. }
        'User: signed Up': { description: D. }
      `,
      ["4:3 event-name-format", "5:3 event-name-format", "5:3 identifier-collision"],
    ],
    [
      "a prefix and a suffix",
      yaml`
      plan: p
      naming: { event: app_<what>_v1, case: snake }
      events:
        app_user_up_v1: { description: D. }
      `,
      [],
    ],
    [
      "a prefix and a suffix, broken",
      yaml`
      plan: p
      naming: { event: app_<what>_v1, case: snake }
      events:
        user_up_v1: { description: D. }
        app_user_up: { description: D. }
        app__v1: { description: D. }
      `,
      ["4:3 event-name-format", "5:3 event-name-format", "6:3 event-name-format"],
    ],
    [
      "parts of any case",
      yaml`
      plan: p
      naming: { event: <a>/<b>, case: any }
      events:
        User/Ünïcode späß: { description: D. }
        a/b/c: { description: D. }
      `,
      [],
    ],
    [
      "placeholders without anything between",
      yaml`
      plan: p
      naming: { event: <Object><Action>, case: pascal }
      events:
        SongPlayed: { description: D. }
      `,
      [],
    ],
    [
      "a rule without placeholders",
      yaml`
      plan: p
      naming: { event: event, case: snake }
      events:
        event: { description: D. }
        other: { description: D. }
      `,
      ["5:3 event-name-format"],
    ],
    [
      "a rule that a reader could try for ever",
      yaml`
      plan: p
      naming: { event: "<a0>_<a1>_<a2>_<a3>_<a4>_<a5>_<a6>_<a7>_<a8>_<a9>_<a10>_<a11>_<a12>_<a13>_<a14>_<a15>_<a16>_<a17>_<a18>_<a19>_<a20>_<a21>_<a22>_<a23>_<a24>_<a25>_<a26>_<a27>_<a28>_<a29>", case: snake, max_length: 500 }
      events:
        a_a_a_a_a_a_a_a_a_a_a_a_a_a_a_a_a_a_a_a_a_a_a_a_a_a_a_a_a_a_a_a_a_a_a_a_a_a_a_a_a_a_a_a_a_a_a_a_a_a_a_a_a_a_a_a_a_a_a_a_A: { description: D. }
      `,
      ["4:3 event-name-format"],
    ],
    [
      "that a name bends, with a reason",
      yaml`
      plan: p
      naming: { event: <a>.<b>.<c> }
      events:
        a.b: { description: D., naming_exception: Two words say it all. }
      `,
      [],
    ],
    [
      "a length",
      yaml`
      plan: p
      naming: { max_length: 5 }
      events:
        abcde: { description: D. }
        abcdef: { description: D. }
      `,
      ["5:3 reserved-name"],
    ],
  ])("%s", (_name, texts, wanted) => {
    expect(findingsIn(texts)).toEqual(wanted);
  });
});

describe("names that no plan can have", () => {
  it.each<Row>([
    [
      "PostHog's",
      yaml`
      plan: p
      events:
        $pageview: { description: D. }
      `,
      ["3:3 reserved-name"],
    ],
    [
      "empty parts",
      yaml`
      plan: p
      events:
        a..b: { description: D. }
        .c: { description: D. }
        d.: { description: D. }
        "": { description: D. }
        " ": { description: D. }
      `,
      [
        "3:3 reserved-name",
        "4:3 reserved-name",
        "4:3 name-is-namespace",
        "5:3 reserved-name",
        "6:3 reserved-name",
        "6:3 identifier-collision",
        "7:3 reserved-name",
        "7:3 identifier-collision",
      ],
    ],
    [
      "what nobody can see",
      yaml`
      plan: p
      events:
        "a\u0007b": { description: D. }
        "c\u2028d": { description: D. }
        "e\u202Ef": { description: D. }
        "g\nh": { description: D. }
        "i\u200bj": { description: D. }
      `,
      [
        "3:3 reserved-name",
        "4:3 reserved-name",
        "5:3 reserved-name",
        "6:3 reserved-name",
        "7:3 reserved-name",
      ],
    ],
    [
      "members of objects and functions",
      yaml`
      plan: p
      events:
        a.toString: { description: D. }
        then: { description: D. }
        valueOf.b: { description: D. }
        a.hasOwnProperty.c: { description: D. }
        b.call: { description: D. }
        c.apply: { description: D. }
        d.toJSON: { description: D. }
      `,
      [
        "3:3 reserved-name",
        "4:3 reserved-name",
        "5:3 reserved-name",
        "6:3 reserved-name",
        "7:3 reserved-name",
        "8:3 reserved-name",
        "9:3 reserved-name",
      ],
    ],
    [
      "members of objects that YAML keys cannot be",
      yaml`
      plan: p
      events:
        __proto__: { description: D. }
        constructor: { description: D. }
        prototype: { description: D. }
        a.__proto__: { description: D. }
        a.constructor.b: { description: D. }
      `,
      [
        "3:3 reserved-key",
        "4:3 reserved-key",
        "5:3 reserved-key",
        "6:3 reserved-name",
        "7:3 reserved-name",
      ],
    ],
    [
      "longer than a file's name",
      yaml`
      plan: p
      naming: { max_length: 500 }
      events:
        あああああああああああああああああああああああああああああああああああああああああああああああああああああああああああああああああああああああああああああああああ: { description: D. }
      `,
      ["4:3 reserved-name"],
    ],
    [
      "reserved",
      yaml`
      plan: p
      reserved: { events: [old.name] }
      events:
        old.name: { description: D. }
        new.name: { description: D. }
      `,
      ["4:3 reserved-name-in-use"],
    ],
  ])("%s", (_name, texts, wanted) => {
    expect(findingsIn(texts)).toEqual(wanted);
  });
});
