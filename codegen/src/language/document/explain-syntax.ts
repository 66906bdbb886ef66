import type { YAMLError } from "yaml";
import type { YamlProblem } from "./node.js";

export function explainSyntax(error: YAMLError, _text: string): YamlProblem | undefined {
  return {
    code: "yaml-syntax",
    message: `${error.code} ${error.message}`,
    help: "",
    start: error.pos[0],
    end: error.pos[1],
  };
}
