import { describe, expect, it } from "vitest";
import { wordsOf } from "../plan/words-of.js";
import {
  camelCase,
  isIdentifier,
  kebabCase,
  memberPath,
  methodKey,
  pascalCase,
  propertyKey,
  stringLiteral,
} from "./names.js";

describe("names", () => {
  it.each([
    ["cost.anomaly.first_detected", "CostAnomalyFirstDetected", "cost-anomaly-first-detected"],
    ["Signed Up", "SignedUp", "signed-up"],
    ["app:page_view", "AppPageView", "app-page-view"],
    ["userSignedUp2x", "UserSignedUp2x", "user-signed-up2x"],
    ["1st.place", "_1stPlace", "1st-place"],
    ["٣ أحداث", "_٣أحداث", "٣-أحداث"],
    ["Заказ оплачен", "ЗаказОплачен", "заказ-оплачен"],
    ["注文.完了", "注文完了", "注文-完了"],
    ["area.m²", "AreaM", "area-m"],
    ["cafe\u0301", "Café", "café"],
  ])("of %j", (name, pascal, kebab) => {
    expect(pascalCase(wordsOf(name))).toBe(pascal);
    expect(kebabCase(wordsOf(name))).toBe(kebab);
    expect(isIdentifier(pascal)).toBe(true);
  });

  it("are camel-cased", () => {
    expect(camelCase(["Cost", "anomaly"])).toBe("costAnomaly");
  });

  it("stand in quotes where they must", () => {
    expect(["a", "delete", "new", "a b", "1a", ""].map(propertyKey)).toEqual([
      "a",
      "delete",
      "new",
      '"a b"',
      '"1a"',
      '""',
    ]);
    expect(methodKey("new")).toBe('"new"');
    expect(methodKey("delete")).toBe("delete");
    expect(memberPath("track", ["user", "new"])).toBe("track.user.new");
    expect(memberPath("track", ["Signed Up", "1st"])).toBe('track["Signed Up"]["1st"]');
  });

  it.each(["'", '"', "\\", "`$\u007bx}`", "\n", "\u2028\u2029", "</script>", "ё🎉"])(
    "keep %j as a literal of code",
    (text) => {
      const literal = stringLiteral(text);
      expect(new Function(`return ${literal}`)()).toBe(text);
      expect(literal).not.toMatch(/[\n\u2028\u2029]/);
    },
  );
});
