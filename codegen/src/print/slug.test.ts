import { describe, expect, it } from "vitest";
import { githubSlug, slug, vitepressSlug } from "./slug.js";

describe("slugs", () => {
  it.each([
    ["Cost anomaly alerted", "cost-anomaly-alerted", "cost-anomaly-alerted"],
    ["cost.first_detected", "costfirst_detected", "cost-first-detected"],
    ["Funnel: plg", "funnel-plg", "funnel-plg"],
    ["2fa enabled", "2fa-enabled", "_2fa-enabled"],
    ["Ёж", "ёж", "еж"],
  ])("of %j", (heading, github, vitepress) => {
    expect(githubSlug(heading)).toBe(github);
    expect(vitepressSlug(heading)).toBe(vitepress);
  });
  it("of our own are letters, digits and dashes", () => {
    expect(slug("dd0c/run | <Runbooks>")).toBe("dd0c-run-runbooks");
  });
});
