import { createSource } from "@dd0c/track-codegen";
import pc from "picocolors";
import { describe, expect, test } from "vitest";
import { codeFrame } from "./code-frame.js";

const plain = pc.createColors(false);

/** The frame around the first `subject` in a text. */
function frame(text: string, subject: string, width = 80): readonly string[] {
  const start = text.indexOf(subject);
  const span = { file: "plan.yaml", start, end: start + subject.length };
  return codeFrame(createSource("plan.yaml", text), span, { colours: plain, width });
}

describe("a code frame", () => {
  test("shows two lines before, one after, and a squiggle", () => {
    expect(frame("a: 1\nb: 2\nc: oops\nd: 4\ne: 5\n", "oops")).toEqual([
      "  1 │ a: 1",
      "  2 │ b: 2",
      "  3 │ c: oops",
      "    │    ~~~~",
      "  4 │ d: 4",
    ]);
  });

  test("counts wide characters as two, combining ones as none, tabs as two spaces", () => {
    expect(frame("日本: oops", "oops").at(-1)).toBe("    │       ~~~~");
    expect(frame("e\u0301: oops", "oops").at(-1)).toBe("    │    ~~~~");
    expect(frame("a:\toops", "oops")).toEqual(["  1 │ a:  oops", "    │     ~~~~"]);
    expect(frame("👍: oops", "👍").at(-1)).toBe("    │ ~~");
  });

  test("cuts long lines around the span", () => {
    const line = `x: "${"y".repeat(5000)}", oops: ${"z".repeat(5000)}`;
    const [shown = "", squiggle = ""] = frame(line, "oops");
    expect(shown.length).toBeLessThanOrEqual(80);
    expect(shown).toMatch(/│ …y+", oops: z+…$/);
    expect(squiggle.indexOf("~")).toBe(shown.indexOf("oops"));
  });

  test("makes control characters visible", () => {
    expect(frame("a: \u001b[2Joops", "oops")[0]).toBe("  1 │ a: ␛[2Joops");
  });

  test("stands where a span is empty, at the end, or over many lines", () => {
    expect(frame("a: 1\n", "").at(-1)).toBe("    │ ~");
    const text = "a: |\n  one\n  two\n";
    const span = { file: "plan.yaml", start: 3, end: text.length };
    const lines = codeFrame(createSource("plan.yaml", text), span, { colours: plain, width: 80 });
    expect(lines[1]).toBe("    │    ~");
    const end = { file: "plan.yaml", start: text.length, end: text.length };
    expect(codeFrame(createSource("p", text), end, { colours: plain, width: 80 })).not.toEqual([]);
  });
});
