/**
 * A YAML file as a tree of three shapes, each with its stretch of the text. Both readers produce
 * it: the plain one (`read-plain.ts`) for the YAML that plans are written in, the full one
 * (`read-yaml.ts`) for everything else.
 */
export type YamlNode = YamlMap | YamlSeq | YamlScalar;

interface Stretch {
  /** UTF-16 offset of the first character. */
  readonly start: number;
  /** UTF-16 offset after the last character. */
  readonly end: number;
}

export interface YamlMap extends Stretch {
  readonly kind: "map";
  readonly entries: readonly YamlEntry[];
}

/** `key: value`. A missing value is a null scalar of length 0 just after the colon. */
export interface YamlEntry {
  readonly key: YamlScalar;
  readonly value: YamlNode;
}

export interface YamlSeq extends Stretch {
  readonly kind: "seq";
  readonly items: readonly YamlNode[];
}

/** A value of the YAML 1.2 core schema; as a key it keeps its text in `source`. */
export interface YamlScalar extends Stretch {
  readonly kind: "scalar";
  readonly value: string | number | boolean | null;
  /** The text without quotes and escapes: `"1.0"` and `1.0` both have the source `1.0`. */
  readonly source: string;
}

/** What is wrong with a file's text: the reason, where, and what to do about it. */
export interface YamlProblem extends Stretch {
  readonly code:
    | "yaml-syntax"
    | "duplicate-key"
    | "yaml-alias"
    | "file-too-deep"
    | "file-too-large"
    | "file-not-utf8"
    | "reserved-key";
  readonly message: string;
  readonly help: string;
}

/** A file that was read: its tree (null where the text cannot be understood) and all problems. */
export interface YamlFile {
  readonly root: YamlNode | null;
  readonly problems: readonly YamlProblem[];
}
