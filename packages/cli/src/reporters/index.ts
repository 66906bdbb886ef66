import type { Look } from "./code-frame.js";
import type { Findings } from "./findings.js";
import type { Format } from "./formats.js";
import { reportGithub } from "./github.js";
import { reportGitlab } from "./gitlab.js";
import { reportJson } from "./json.js";
import { reportJunit } from "./junit.js";
import { reportPretty } from "./pretty.js";
import { reportSarif } from "./sarif.js";

/** Every format that findings can be printed in; a new one is a file, a word and a line here. */
export const reporters: Readonly<Record<Format, (findings: Findings, look: Look) => string>> = {
  pretty: reportPretty,
  json: reportJson,
  github: reportGithub,
  gitlab: reportGitlab,
  junit: reportJunit,
  sarif: reportSarif,
};
