import { createHash, randomBytes } from "node:crypto";
import { readFileSync, readlinkSync } from "node:fs";
import { hostname } from "node:os";
import { SILENCE_MS } from "./limits";

/** Who a folder of segments belongs to, as the folder's name says it. */
export interface Owner {
  /** Where the process id means something: one boot of a machine, one container. */
  readonly place: string;
  readonly pid: number;
  /** When the process started, in the machine's own ticks; 0 where that cannot be asked. */
  readonly started: number;
}

/** What can be said of an owner, from where we are. */
export type Life = "alive" | "dead" | "unknown";

function ask(read: () => string): string | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

/** Field 22 of /proc/<pid>/stat; -1 for a process that has ended and was not reaped. */
function startOf(pid: number | "self"): number | undefined {
  const stat = ask(() => readFileSync(`/proc/${pid}/stat`, "latin1"));
  // The command's name, field 2, is in parentheses and may contain anything.
  const fields = stat?.slice(stat.lastIndexOf(")") + 2).split(" ");
  return fields && (/[ZX]/.test(fields[0] ?? "") ? -1 : Number(fields[19]));
}

/** This process. */
export function thisOwner(): Owner {
  const boot = ask(() => readFileSync("/proc/sys/kernel/random/boot_id", "latin1"));
  const namespace = ask(() => readlinkSync("/proc/self/ns/pid"));
  const place = createHash("sha256").update(`${boot ?? hostname()}\0${namespace ?? ""}`);
  return {
    place: place.digest("hex").slice(0, 8),
    pid: process.pid,
    started: startOf("self") ?? 0,
  };
}

/** Whether an owner lives. Unknown for one in another place, and where a number may be used anew. */
export function lifeOf(owner: Owner, self: Owner): Life {
  if (owner.place !== self.place) return "unknown";
  if (owner.pid === self.pid && owner.started === self.started) return "alive";
  try {
    process.kill(owner.pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ESRCH") return "dead";
  }
  const started = startOf(owner.pid);
  if (started === undefined || !owner.started) return "unknown";
  return started === owner.started ? "alive" : "dead";
}

/** A fresh folder name that says whose it is; without an owner it is for whoever comes. */
export function folderName(scope: string, owner: Owner | undefined): string {
  const whose = owner ? [owner.place, owner.pid, owner.started].join("-") : "free-0-0";
  return `${scope}-${whose}-${randomBytes(6).toString("hex")}`;
}

/** Whether a folder of this scope was left behind; `silence` is how long it was not touched, in ms. */
export function isLeft(
  name: string,
  scope: string,
  life: (owner: Owner) => Life,
  silence: () => number,
): boolean {
  const [, inScope, place, pid, started] =
    /^([\da-f]{8})-([\da-f]{8}|free)-(\d+)-(\d+)-[\da-f]{12}$/.exec(name) ?? [];
  if (inScope !== scope || !place) return false;
  if (place === "free") return true;
  const known = life({ place, pid: Number(pid), started: Number(started) });
  return known === "unknown" ? silence() > SILENCE_MS : known === "dead";
}
