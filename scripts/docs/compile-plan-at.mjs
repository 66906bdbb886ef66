import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { relative } from "node:path";
import { filesBelow, root } from "../steps.mjs";

/** dd0c's plan, resolved: as it is on disk (`null`), or as it was at a commit or tag. */
export async function compilePlanAt(ref) {
  const { compilePlan, memoryFiles } = await import("@dd0c/track-codegen");
  const { plan, diagnostics } = compilePlan("schema/plan.yaml", memoryFiles(sourcesAt(ref)));
  if (plan !== null) return plan;
  const [first] = diagnostics.filter(({ severity }) => severity === "error");
  throw new Error(
    `The plan${ref === null ? "" : ` of ${ref}`} does not compile: ${first?.message}`,
  );
}

function sourcesAt(ref) {
  if (ref === null) {
    const paths = filesBelow("schema").map((file) => relative(root, file).split("\\").join("/"));
    return Object.fromEntries(paths.map((path) => [path, readFileSync(`${root}/${path}`, "utf8")]));
  }
  const git = (...args) => execFileSync("git", args, { cwd: root, encoding: "utf8" });
  const paths = git("ls-tree", "-r", "--name-only", "-z", `${ref}^{commit}`, "schema/").split("\0");
  const files = paths.filter((path) => /\.(ya?ml|json)$/.test(path));
  return Object.fromEntries(files.map((path) => [path, git("show", `${ref}:${path}`)]));
}
