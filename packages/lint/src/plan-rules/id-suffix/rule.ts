import type { PlanRule } from "../plan-rule.js";
import { yaml } from "../yaml.js";

/** P134: an id says whose it is and that it is one. */
export const idSuffix: PlanRule = {
  page: {
    id: "P134",
    name: "id-suffix",
    family: "plan",
    title: "An id whose name does not say so",
    why: "`id` alone is joined with the wrong table, `orderid` is not found by whoever looks for `order_id`, and `order` with a UUID in it looks like a number.",
    fix: "Call it `<thing>_id`, or `<things>_ids` for a list.",
    severity: "warning",
    preset: "strict",
    locked: false,
    bad: yaml`
      properties:
        orderid: { type: string, description: What was bought. }
    `,
    good: yaml`
      properties:
        order_id: { type: string, description: What was bought. }
    `,
  },
  check: ({ properties, words }) =>
    properties.flatMap((subject) => {
      const { name, type } = subject.property;
      if (subject.place === "inner" || subject.place === "context") return [];
      const all = words(name);
      const last = all.at(-1) ?? "";
      const says = ["id", "ids", "key", "uuid", "token"].includes(last);
      const isUuid = type.kind === "string" && type.format === "uuid";
      const found =
        all.length === 1 && (last === "id" || last === "uuid")
          ? `"${name}" does not say whose id it is.`
          : /^[a-z]{3,}(?<!gr|pa|ra|vo|flu|sol|val|hyb|ava|rap|bid)ids?$/.test(last) &&
              isIdLike(last)
            ? `"${name}" hides that it is an id.`
            : isUuid && !says
              ? `"${name}" holds a UUID and does not say so.`
              : null;
      if (found === null) return [];
      return [{ subject, message: found, help: "Call it `<thing>_id`." }];
    }),
};

/** `orderid`, but neither `paid` nor `valid`: what stands before `id` is a word that has ids. */
function isIdLike(word: string): boolean {
  const thing = word.replace(/ids?$/, "");
  return /^(?:account|cart|client|customer|device|group|guest|invoice|item|job|member|message|order|org|organisation|organization|payment|plan|product|project|request|session|store|team|tenant|transaction|user|workspace)$/.test(
    thing,
  );
}
