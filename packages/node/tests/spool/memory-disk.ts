import type { Disk } from "../../src/spool/disk";

/** A file's bytes; it is the same object whatever its path becomes. */
export interface MemoryFile {
  bytes: Buffer;
}

/** What a process wrote: which file, from where to where. */
export interface Written {
  readonly file: MemoryFile;
  readonly from: number;
  readonly to: number;
}

/** A disk in memory that several processes share. */
export interface MemoryDisk {
  readonly files: Map<string, MemoryFile>;
  readonly folders: Map<string, number>;
  /** The disk as one process sees it. */
  process(): ProcessDisk;
}

/** One process's view: it may die, and its writes may fail. */
export interface ProcessDisk {
  readonly disk: Disk;
  /** From now on nothing that this process does has an effect. */
  die(): void;
  /** The next write takes this many bytes and then finds the disk full. */
  failAfter(bytes: number): void;
  /** Every change is refused. */
  readOnly: boolean;
  lastWrite(): Written | undefined;
}

/** The error that `node:fs` would throw. */
export function diskError(code: string): NodeJS.ErrnoException {
  return Object.assign(new Error(code), { code });
}

/** An empty disk; `now` is what it dates changes with. */
export function createMemoryDisk(now: () => number): MemoryDisk {
  const files = new Map<string, MemoryFile>();
  const folders = new Map<string, number>();
  let handles = 2;

  function move<T>(map: Map<string, T>, from: string, to: string): void {
    for (const [path, value] of [...map])
      if (path === from || path.startsWith(`${from}/`)) {
        map.delete(path);
        map.set(to + path.slice(from.length), value);
      }
  }

  function found(path: string): MemoryFile {
    const file = files.get(path);
    if (!file) throw diskError("ENOENT");
    return file;
  }

  function process(): ProcessDisk {
    const open = new Map<number, MemoryFile>();
    let isDead = false;
    let room = Number.POSITIVE_INFINITY;
    let last: Written | undefined;

    const change = (): void => {
      if (isDead) throw diskError("EIO");
      if (view.readOnly) throw diskError("EROFS");
    };
    const handle = (number: number): MemoryFile => {
      const file = open.get(number);
      if (!file) throw diskError("EBADF");
      return file;
    };

    const disk: Disk = {
      makeFolder(path) {
        change();
        folders.set(path, now());
      },
      list(path) {
        const names = [...files.keys(), ...folders.keys()]
          .filter((name) => name.startsWith(`${path}/`))
          .map((name) => name.slice(path.length + 1).split("/")[0] ?? "");
        return [...new Set(names)];
      },
      size: (path) => found(path).bytes.length,
      touched(path) {
        const at = folders.get(path);
        if (at === undefined) throw diskError("ENOENT");
        return at;
      },
      touch(path) {
        change();
        if (!folders.has(path)) throw diskError("ENOENT");
        folders.set(path, now());
      },
      open(path) {
        change();
        const file = files.get(path) ?? { bytes: Buffer.alloc(0) };
        files.set(path, file);
        open.set(++handles, file);
        return handles;
      },
      write(number, bytes) {
        change();
        const file = handle(number);
        const from = file.bytes.length;
        const taken = bytes.subarray(0, room);
        room = Number.POSITIVE_INFINITY;
        file.bytes = Buffer.concat([file.bytes, taken]);
        if (taken.length < bytes.length) throw diskError("ENOSPC");
        last = { file, from, to: file.bytes.length };
      },
      truncate(number, size) {
        change();
        const file = handle(number);
        file.bytes = file.bytes.subarray(0, size);
      },
      sync: (_, done) => setImmediate(done, null),
      close: (number) => void open.delete(number),
      read: async (path) => Buffer.from(found(path).bytes),
      rename(from, to) {
        change();
        if (!folders.has(from)) throw diskError("ENOENT");
        move(folders, from, to);
        move(files, from, to);
      },
      remove(path) {
        change();
        found(path);
        files.delete(path);
      },
      removeFolder(path) {
        change();
        if ([...files.keys()].some((name) => name.startsWith(`${path}/`)))
          throw diskError("ENOTEMPTY");
        folders.delete(path);
      },
    };
    const view: ProcessDisk = {
      disk,
      die() {
        isDead = true;
      },
      failAfter(bytes) {
        room = bytes;
      },
      readOnly: false,
      lastWrite: () => last,
    };
    return view;
  }

  return { files, folders, process };
}
