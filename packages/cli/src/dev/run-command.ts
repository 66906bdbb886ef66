import { spawn } from "node:child_process";
import { constants } from "node:os";
import { BadInput } from "../bad-input.js";

/** How a command ended: its exit code, 128 and the signal's number where one ended it. */
export interface Ended {
  readonly code: number;
}

/** A command that runs beside the endpoint. */
export interface Running {
  readonly ended: Promise<Ended>;
  stop(signal: NodeJS.Signals): void;
}

/** Names under which apps look for PostHog's address. */
const hostNames = [
  "POSTHOG_HOST",
  "POSTHOG_API_HOST",
  "NEXT_PUBLIC_POSTHOG_HOST",
  "VITE_POSTHOG_HOST",
  "PUBLIC_POSTHOG_HOST",
  "NUXT_PUBLIC_POSTHOG_HOST",
  "REACT_APP_POSTHOG_HOST",
  "EXPO_PUBLIC_POSTHOG_HOST",
];

/** The environment in which a command finds the endpoint; a key where it has none, since clients without one send nothing. */
export function commandEnv(env: NodeJS.ProcessEnv, url: string): NodeJS.ProcessEnv {
  const hosts = Object.fromEntries(hostNames.map((name) => [name, url]));
  const keys = hostNames.map((name) => name.replace(/(?:API_)?HOST$/, "KEY"));
  const missing = [...keys, "POSTHOG_API_KEY"].filter((name) => (env[name] ?? "") === "");
  return {
    ...env,
    ...hosts,
    ...Object.fromEntries(missing.map((name) => [name, "phc_dd0c_track_dev"])),
    DD0C_TRACK_DEV: url,
  };
}

/** Starts a command in a folder; its output goes where ours goes. Throws where it cannot be started. */
export async function runCommand(
  [program = "", ...args]: readonly string[],
  folder: string,
  env: NodeJS.ProcessEnv,
): Promise<Running> {
  const child = spawn(program, args, {
    cwd: folder,
    env,
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  const ended = new Promise<Ended>((resolve) => {
    child.once("close", (code, signal) =>
      resolve({ code: code ?? 128 + (signal === null ? 0 : constants.signals[signal]) }),
    );
  });
  await new Promise<void>((started, failed) => {
    child.once("spawn", started);
    child.once("error", ({ message }) =>
      failed(new BadInput(`The command "${program}" cannot be started: ${message}.`)),
    );
  });
  return { ended, stop: (signal) => void child.kill(signal) };
}
