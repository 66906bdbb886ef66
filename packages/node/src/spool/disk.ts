import * as fs from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname } from "node:path";

/** As much of a file system as the spool asks for; each member throws as `node:fs` does. */
export interface Disk {
  makeFolder(path: string): void;
  /** The names in a folder. */
  list(path: string): readonly string[];
  /** In bytes. */
  size(path: string): number;
  /** When it was last touched or had a file added, in ms since 1970. */
  touched(path: string): number;
  touch(path: string): void;
  /** Opens a file for appending; makes it if it is not there. */
  open(path: string): number;
  /** Appends all of the bytes; may throw with a part of them written. */
  write(file: number, bytes: Buffer): void;
  truncate(file: number, size: number): void;
  /** Has what was written reach the device; calls back when it did or failed. */
  sync(file: number, done: (error: Error | null) => void): void;
  close(file: number): void;
  read(path: string): Promise<Buffer>;
  rename(from: string, to: string): void;
  remove(path: string): void;
  removeFolder(path: string): void;
}

/**
 * Makes a folder and those above it. Not by `recursive`: in /proc and its like, where a folder is
 * there and takes none, Node 20's never returns.
 */
function makeFolder(path: string): void {
  const make = (): void => fs.mkdirSync(path, { mode: 0o700 });
  try {
    make();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "EEXIST" && fs.statSync(path).isDirectory()) return;
    const above = dirname(path);
    if (code !== "ENOENT" || above === path || fs.existsSync(above)) throw error;
    makeFolder(above);
    make();
  }
}

/** The file system of this machine. What is on it is for this user's eyes only. */
export const nodeDisk: Disk = {
  makeFolder,
  list: (path) => fs.readdirSync(path),
  size: (path) => fs.statSync(path).size,
  touched: (path) => fs.statSync(path).mtimeMs,
  touch(path) {
    const now = new Date();
    fs.utimesSync(path, now, now);
  },
  open: (path) => fs.openSync(path, "a", 0o600),
  write(file, bytes) {
    for (let done = 0; done < bytes.length; ) done += fs.writeSync(file, bytes, done);
  },
  truncate: fs.ftruncateSync,
  sync: fs.fdatasync,
  close: fs.closeSync,
  read: (path) => readFile(path),
  rename: fs.renameSync,
  remove: fs.unlinkSync,
  removeFolder: fs.rmdirSync,
};
