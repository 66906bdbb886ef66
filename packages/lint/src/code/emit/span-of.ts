import type { Span } from "@dd0c/track-codegen";
import type { At } from "../facts/expr.js";
import type { Module } from "../link/module.js";

/** A stretch of a module's file. */
export function spanOf(module: Module, at: At): Span {
  return { file: module.file, start: at[0], end: at[1] };
}
