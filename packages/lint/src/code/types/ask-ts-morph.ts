import type { Span } from "@dd0c/track-codegen";
import type { Node, Project, SourceFile, ts } from "ts-morph";
import type { TypeAsker } from "./name-by-types.js";

/** What is taken of ts-morph; the host imports it, since it is large and few need it. */
export interface TsMorph {
  readonly Project: typeof Project;
}

/** What is asked of the disk. */
export interface TypesHost {
  /** An absolute path below the code base's folder, with `/`. */
  readonly pathOf: (file: string) => string;
  /** The `tsconfig.json` that a file belongs to, absolute; null where there is none. */
  readonly configOf: (file: string) => string | null;
}

/**
 * Asks ts-morph, which brings a compiler of its own, so that it works beside any TypeScript, 7 too.
 * Only files that are asked about are loaded, and what they import. Scripts inside `.vue`, `.svelte`
 * and `.astro` files are not TypeScript's to read.
 */
export function askTsMorph({ Project: Morph }: TsMorph, host: TypesHost): TypeAsker {
  const projects = new Map<string | null, Project>();
  const projectOf = (file: string): Project => {
    const config = host.configOf(file);
    const known = projects.get(config);
    if (known !== undefined) return known;
    const compilerOptions: ts.CompilerOptions = { allowJs: true, noEmit: true, skipLibCheck: true };
    const project =
      config === null
        ? new Morph({ compilerOptions: { ...compilerOptions, strict: true } })
        : new Morph({
            tsConfigFilePath: config,
            skipAddingFilesFromTsConfig: true,
            compilerOptions,
          });
    projects.set(config, project);
    return project;
  };
  return {
    textsAt: (span) => {
      if (!/\.[cm]?[jt]sx?$/.test(span.file)) return null;
      try {
        const file = projectOf(span.file).addSourceFileAtPathIfExists(host.pathOf(span.file));
        const node = file === undefined ? null : nodeAt(file, span);
        return node === null ? null : textsOf(node);
      } catch {
        // A config or code that TypeScript chokes on: the call stays unresolved, and is counted.
        return null;
      }
    },
  };
}

/** The node that stands exactly there. */
function nodeAt(file: SourceFile, { start, end }: Span): Node | null {
  let node = file.getDescendantAtPos(start);
  while (node !== undefined && node.getStart() === start && node.getEnd() < end) {
    node = node.getParent();
  }
  return node !== undefined && node.getStart() === start && node.getEnd() === end ? node : null;
}

function textsOf(node: Node): readonly string[] | null {
  const type = node.getType();
  const parts = type.isUnion() ? type.getUnionTypes() : [type];
  const texts = parts.map((part) => part.getLiteralValue());
  const known = texts.filter((text) => typeof text === "string");
  return known.length === texts.length ? known : null;
}
