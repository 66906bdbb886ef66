import pc from "picocolors";

/** The colours of picocolors, or their plain twins. */
export type Colours = ReturnType<typeof pc.createColors>;

/** Where a command writes: results on `out`, progress on `err`. */
export interface Terminal {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Colours for `out`. */
  readonly colours: Colours;
  /** Colours for `err`. */
  readonly errColours: Colours;
  readonly env: NodeJS.ProcessEnv;
  readonly folder: string;
  /** Columns of the terminal. */
  readonly width: number;
}

/** The process's own terminal; a reader that went away (`| head`) is no error. */
export function processTerminal(): Terminal {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "EPIPE") throw error;
      process.exit();
    });
  }
  return {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    colours: pc.createColors(wantsColour(process.env, process.stdout.isTTY)),
    errColours: pc.createColors(wantsColour(process.env, process.stderr.isTTY)),
    env: process.env,
    folder: process.cwd(),
    width: process.stdout.columns ?? 100,
  };
}

/** `NO_COLOR` (no-color.org) wins over `FORCE_COLOR`, which wins over what the stream is. */
export function wantsColour(env: NodeJS.ProcessEnv, isTerminal: boolean | undefined): boolean {
  if ((env.NO_COLOR ?? "") !== "") return false;
  const force = env.FORCE_COLOR;
  if (force !== undefined) return force !== "0" && force !== "false";
  return isTerminal === true && env.TERM !== "dumb";
}
