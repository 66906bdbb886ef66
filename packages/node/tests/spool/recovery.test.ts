import type { Parcel, Store } from "@dd0c/track-core/server";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { SpoolHost } from "../../src/spool/host";
import { openSpool } from "../../src/spool/open-spool";
import { createMemoryDisk, type ProcessDisk, type Written } from "./memory-disk";

const PROCESSES = 3;

/** What may happen, each to one of a few processes on one folder. */
const step = fc.record({
  what: fc.constantFrom(
    ...(["keep", "keep", "keep", "settle", "settle", "fetch", "crash", "close"] as const),
    ...(["full", "sleep"] as const),
  ),
  who: fc.nat(PROCESSES - 1),
  count: fc.integer({ min: 1, max: 6 }),
  size: fc.nat(300),
  alone: fc.boolean(),
  /** Whether a turn of the loop ends before the next step. */
  flush: fc.boolean(),
  /** On a crash: cut or change a byte of one of its files, somewhere. */
  damage: fc.constantFrom("none", "none", "cut", "change"),
  file: fc.nat(7),
  place: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
});
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

/** The model of one event. */
interface Known {
  /** Where its record is; undefined while it is not written. */
  record: Written | undefined;
  isRecordWhole: boolean;
  isSettled: boolean;
  /** Where that is recorded; undefined while it is not written, or when the whole segment went. */
  note: Written | undefined;
  isNoteWhole: boolean;
}

interface Process {
  readonly pid: number;
  readonly view: ProcessDisk;
  readonly spool: Store;
  readonly held: Map<string, Parcel>;
}

function createWorld() {
  let time = 1_000_000;
  let pids = 0;
  let uuids = 0;
  const memory = createMemoryDisk(() => time);
  const known = new Map<string, Known>();
  const processes: (Process | undefined)[] = Array.from({ length: PROCESSES });

  function start(): Process {
    const view = memory.process();
    const pid = ++pids;
    const host: SpoolHost = {
      disk: view.disk,
      self: { place: "00000000", pid, started: 1 },
      life: (owner) => (processes.some((other) => other?.pid === owner.pid) ? "alive" : "dead"),
      now: () => time,
      soon: () => {},
      every: () => () => {},
      leaving: () => () => {},
    };
    const ears = { report: () => {}, wake: () => {} };
    const spool = openSpool({ folder: "/s", max_bytes: 8_000 }, "phc", ears, host);
    return { pid, view, spool, held: new Map() };
  }

  const at = (who: number): Process => {
    processes[who] ??= start();
    return processes[who];
  };

  function keep({ spool, view, held }: Process, { size, alone, flush }: Step): void {
    const uuid = `0190a6c0-0000-7000-8000-${String(++uuids).padStart(12, "0")}`;
    const json = `{"uuid":"${uuid}","text":"${"ж".repeat(size)}"}`;
    const parcel = { uuid, json, bytes: Buffer.byteLength(json) };
    // What waited is written apart, so that the next write is this record and nothing else.
    if (flush) spool.flush();
    const isKept = spool.keep(parcel, alone);
    if (!alone) held.set(uuid, parcel);
    const event: Known = {
      record: undefined,
      isRecordWhole: true,
      isSettled: false,
      note: undefined,
      isNoteWhole: true,
    };
    known.set(uuid, event);
    if (!isKept || !flush) return;
    const { failed } = spool.stats();
    const before = view.lastWrite();
    spool.flush();
    const write = view.lastWrite();
    if (spool.stats().failed === failed && write !== before) event.record = write;
  }

  function settle({ spool, view, held }: Process, place: number): void {
    const parcel = [...held.values()][Math.floor(place * held.size)];
    const event = parcel && known.get(parcel.uuid);
    if (!event) return;
    held.delete(parcel.uuid);
    spool.flush();
    const before = view.lastWrite();
    spool.settle([parcel]);
    spool.flush();
    event.isSettled = true;
    const write = view.lastWrite();
    if (write !== before) event.note = write;
    // The disk did not take the note: until it does, the event may come again.
    else if ([...memory.files.values()].some((file) => file === event.record?.file))
      event.isNoteWhole = false;
  }

  async function fetch({ spool, held }: Process): Promise<void> {
    for (const parcel of await spool.fetch()) {
      for (const other of processes) expect(other?.held.has(parcel.uuid) ?? false).toBe(false);
      expect(JSON.parse(parcel.json).uuid).toBe(parcel.uuid);
      expect(parcel.bytes).toBe(Buffer.byteLength(parcel.json));
      const event = known.get(parcel.uuid);
      if (event?.isSettled) expect(event.isNoteWhole).toBe(false);
      if (event) event.isSettled = false;
      held.set(parcel.uuid, parcel);
    }
  }

  function crash(who: number, { damage, file, place }: Step): void {
    const dead = processes[who];
    processes[who] = undefined;
    if (!dead) return;
    dead.view.die();
    const paths = [...memory.files.keys()].filter((path) => path.includes(`-${dead.pid}-1-`));
    const target = memory.files.get(paths[file % paths.length] ?? "");
    if (damage === "none" || !target?.bytes.length) return;
    const hit = Math.floor(place * target.bytes.length);
    for (const event of known.values()) {
      const isHit = (written: Written | undefined): boolean =>
        written?.file === target && written.to > hit && (damage === "cut" || written.from <= hit);
      if (isHit(event.record)) event.isRecordWhole = false;
      if (isHit(event.note)) event.isNoteWhole = false;
    }
    if (damage === "cut") target.bytes = target.bytes.subarray(0, hit);
    else target.bytes[hit] = ((target.bytes[hit] ?? 0) + 1) % 256;
  }

  return {
    async run(given: Step): Promise<void> {
      const { what, who, count, place } = given;
      if (what === "crash") return crash(who, given);
      const process = at(who);
      if (what === "keep") for (let i = 0; i < count; i++) keep(process, given);
      else if (what === "settle") for (let i = 0; i < count; i++) settle(process, place);
      else if (what === "fetch") await fetch(process);
      else if (what === "full") process.view.failAfter(given.size);
      else if (what === "sleep") time += count * 5_000;
      else {
        process.spool.close();
        processes[who] = undefined;
      }
    },

    /** Everybody dies; one comes and takes it all. */
    async end(): Promise<void> {
      for (let who = 0; who < PROCESSES; who++) processes[who]?.view.die();
      processes.fill(undefined);
      const last = at(0);
      const recovered: string[] = [];
      while (last.spool.hasMore())
        for (const parcel of await last.spool.fetch()) recovered.push(parcel.uuid);
      const all = new Set(recovered);
      expect(recovered).toHaveLength(all.size);
      for (const [uuid, { record, isRecordWhole, isSettled, isNoteWhole }] of known) {
        if (record && isRecordWhole && !isSettled) expect(all, "lost").toContain(uuid);
        if (isSettled && isNoteWhole) expect(all, "settled before").not.toContain(uuid);
        if (!isRecordWhole) expect(all, "made of damaged bytes").not.toContain(uuid);
      }
      for (const uuid of all) expect(known.has(uuid)).toBe(true);
      last.spool.settle(recovered.map((uuid) => ({ uuid, json: "", bytes: 0 })));
      last.spool.close();
      expect([...memory.files.keys()]).toEqual([]);
      expect([...memory.folders.keys()]).toEqual([]);
    },
  };
}

test("whatever happens to processes and bytes: accepted and not settled comes back, once", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 60 }), async (steps) => {
      const world = createWorld();
      for (const one of steps) await world.run(one);
      await world.end();
    }),
    { numRuns: Number(process.env.SPOOL_RUNS ?? 300) },
  );
});
