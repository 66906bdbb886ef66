import { type Analysis, analyse, type ConfiguredEmitter } from "@dd0c/track-lint/code";
import type { Workspace } from "../workspace.js";
import { cacheFile } from "./cache-file.js";
import type { EmitterSpec } from "./lint-section.js";

/** Reads the code of a workspace as its config says: all of it, whatever is reported afterwards. */
export function analyseWorkspace(
  { folder, lint }: Pick<Workspace, "folder" | "lint">,
  { cache = true }: { readonly cache?: boolean } = {},
): Analysis {
  return analyse({
    root: folder,
    ...(lint.include === undefined ? {} : { include: lint.include }),
    ...(lint.exclude === undefined ? {} : { exclude: lint.exclude }),
    ...(lint.tests === undefined ? {} : { tests: lint.tests }),
    emitters: (lint.emitters ?? []).map(emitterOf),
    ...(cache ? { cache: cacheFile(folder) } : {}),
  });
}

function emitterOf(spec: EmitterSpec): ConfiguredEmitter {
  const { module, export: name, event, properties, distinct_id, name: wire } = spec;
  return {
    module,
    export: name,
    event,
    ...(properties === undefined ? {} : { properties }),
    ...(distinct_id === undefined ? {} : { distinctId: distinct_id }),
    ...(wire === undefined ? {} : { name: wire }),
  };
}
