import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Parcel, Store } from "@dd0c/track-core/server";
import { afterEach, beforeEach, expect, test } from "vitest";
import { crc32, crc32ByTable } from "../../src/spool/crc32";
import { nodeSpoolHost } from "../../src/spool/host";
import { DISK_REST_MS } from "../../src/spool/limits";
import { openSpool } from "../../src/spool/open-spool";
import type { SpoolOptions } from "../../src/spool/spool";
import { createMemoryDisk, diskError } from "./memory-disk";
import { parcel, parcels } from "./parcels";

let folder: string;
let reports: string[];
const open = new Set<Store>();

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "spool-"));
  reports = [];
});
afterEach(() => {
  for (const spool of open) spool.close();
  open.clear();
  rmSync(folder, { recursive: true });
});

const ears = { report: (about: string) => void reports.push(about), wake: () => {} };

function start(options: Partial<SpoolOptions> = {}, scope = "phc_one"): Store {
  const spool = openSpool({ folder, ...options }, scope, ears);
  open.add(spool);
  return spool;
}

async function drain(spool: Store): Promise<Parcel[]> {
  const found: Parcel[] = [];
  while (spool.hasMore()) found.push(...(await spool.fetch()));
  return found;
}

test("what is not settled comes back as it was; what is settled does not", async () => {
  const kept = parcels(1_000);
  const first = start();
  for (const one of kept) expect(first.keep(one, false)).toBe(true);
  first.settle(kept.slice(0, 600));
  first.close();
  const second = start();
  expect(await drain(second)).toEqual(kept.slice(600));
  expect(second.stats()).toMatchObject({ recovered: 400, held: 400, parked: 0, damaged: 0 });
  second.settle(kept.slice(600));
  second.close();
  expect(readdirSync(folder)).toEqual([]);
});

test.each(["never", "interval", "always"] as const)("fsync %s", async (fsync) => {
  const kept = parcels(3_000, 500);
  const first = start({ fsync, max_bytes: 4_000_000 });
  for (const one of kept) first.keep(one, false);
  first.settle(kept.slice(0, 2_900));
  first.flush();
  await new Promise((resolve) => setTimeout(resolve, 20));
  first.close();
  expect(await drain(start())).toEqual(kept.slice(2_900));
});

test("what is kept alone comes back to the same spool, once, and text of all kinds", async () => {
  const spool = start();
  const json = '{"text":"ж \u{1f600} \\u0000 \\ud800"}';
  const odd = { uuid: "ODD", json, bytes: Buffer.byteLength(json) };
  expect(spool.keep(odd, true)).toBe(true);
  expect(spool.stats().parked).toBe(1);
  expect(await drain(spool)).toEqual([odd]);
  expect(spool.stats()).toMatchObject({ parked: 0, held: 1, recovered: 0 });
  expect(await spool.fetch()).toEqual([]);
});

test("one uuid is one event, however often it is kept", async () => {
  const one = parcel();
  const spool = start();
  spool.keep(one, true);
  spool.flush();
  spool.keep(one, false);
  spool.flush();
  spool.keep(one, false);
  expect(await spool.fetch()).toEqual([]);
  spool.close();
  const next = start();
  expect(await drain(next)).toEqual([one]);
  next.settle([one]);
  next.close();
  expect(readdirSync(folder)).toEqual([]);
});

test("two at work on one folder: each its own, and only one inherits", async () => {
  const [one, two] = [start(), start()];
  const [mine, yours] = [parcels(10), parcels(10)];
  for (const each of mine) one.keep(each, false);
  for (const each of yours) two.keep(each, false);
  one.flush();
  const heirs = [start(), start(), start()];
  for (const heir of heirs) expect(heir.hasMore()).toBe(false);
  one.close();
  const [heir, other] = [start(), start()];
  expect(await drain(heir)).toEqual(mine);
  expect(await drain(other)).toEqual([]);
  expect(two.stats()).toMatchObject({ held: 10, recovered: 0 });
});

test("another project's events are let be", async () => {
  const first = start();
  first.keep(parcel(), false);
  first.close();
  expect(start({}, "phc_two").hasMore()).toBe(false);
  expect(start().hasMore()).toBe(true);
});

test("the size cap sheds, counts and says so once; room comes back", () => {
  const spool = start({ max_bytes: 16_000 });
  const kept = parcels(100, 400).filter((one) => spool.keep(one, false));
  spool.flush();
  expect(kept.length).toBeGreaterThan(20);
  expect(kept.length).toBeLessThan(40);
  expect(spool.stats()).toMatchObject({ shed: 100 - kept.length, held: kept.length });
  expect(spool.stats().bytes).toBeLessThanOrEqual(16_000);
  expect(reports).toEqual(["max_bytes"]);
  spool.settle(kept);
  spool.flush();
  expect(spool.stats().bytes).toBeLessThan(2_500);
  expect(spool.keep(parcel(), false)).toBe(true);
});

test("nobody else may read what is on disk", () => {
  const spool = start();
  spool.keep(parcel(), false);
  spool.flush();
  const own = join(folder, readdirSync(folder)[0] ?? "");
  expect(statSync(own).mode & 0o77).toBe(0);
  expect(statSync(join(own, readdirSync(own)[0] ?? "")).mode & 0o77).toBe(0);
});

test("a folder that cannot be one: everything else goes on, with one report", async () => {
  writeFileSync(join(folder, "file"), "");
  const spool = start({ folder: join(folder, "file") });
  for (const one of parcels(5)) {
    spool.keep(one, false);
    spool.flush();
  }
  expect(await spool.fetch()).toEqual([]);
  spool.settle(parcels(1));
  expect(spool.stats()).toMatchObject({ failed: 5, held: 0 });
  expect(reports).toEqual(["ENOTDIR"]);
});

test("a spool that somebody deletes begins another", async () => {
  const spool = start();
  const [before, after] = [parcel(), parcel()];
  spool.keep(before, false);
  spool.flush();
  rmSync(join(folder, readdirSync(folder)[0] ?? ""), { recursive: true });
  spool.settle([before]);
  spool.keep(after, false);
  spool.close();
  expect(reports).toEqual([]);
});

test("the table's CRC-32 is Node's, and the standard's", () => {
  expect(crc32ByTable(Buffer.from("123456789"))).toBe(0xcbf43926);
  const bytes = readFileSync(new URL(import.meta.url));
  expect(crc32ByTable(bytes)).toBe(crc32(bytes));
});

/** A spool on a disk that fails when it is told to, with a clock that is set by hand. */
function onBadDisk() {
  const clock = { now: 1_000_000 };
  const memory = createMemoryDisk(() => clock.now);
  const view = memory.process();
  const begin = (pid: number, disk = memory.process().disk) =>
    openSpool({ folder: "/s" }, "phc", ears, {
      ...nodeSpoolHost,
      disk,
      self: { place: "00000000", pid, started: 1 },
      life: () => "dead",
      now: () => clock.now,
    });
  return { clock, memory, view, begin, spool: begin(1, view.disk) };
}

test("a full disk: back to memory with one report, nothing half-kept, and on again later", async () => {
  const { clock, view, begin, spool } = onBadDisk();
  const [ok, held, alone, refused, later] = parcels(5, 100);
  if (!ok || !held || !alone || !refused || !later) throw new Error("five parcels");
  spool.keep(ok, false);
  spool.flush();
  // Room for the first record and a part of the second.
  view.failAfter(held.bytes + 100);
  spool.keep(held, false);
  expect(spool.keep(alone, true)).toBe(true);
  spool.flush();
  expect(spool.keep(refused, false)).toBe(false);
  expect(spool.stats()).toMatchObject({ failed: 3, held: 1 });
  expect(await spool.fetch()).toEqual([alone]);
  expect(reports).toEqual(["ENOSPC"]);
  clock.now += DISK_REST_MS + 1;
  expect(spool.keep(later, false)).toBe(true);
  spool.flush();
  spool.settle([held, alone]);
  spool.flush();
  view.die();
  expect(await drain(begin(2))).toEqual([ok, later]);
  expect(reports).toEqual(["ENOSPC"]);
});

test("a disk that becomes read-only: memory goes on, and what was kept before is still there", async () => {
  const { clock, view, begin, spool } = onBadDisk();
  const kept = parcels(3);
  for (const one of kept) spool.keep(one, false);
  spool.flush();
  view.readOnly = true;
  for (let turn = 0; turn < 5; turn++) {
    spool.keep(parcel(), false);
    spool.settle(kept.slice(0, 1));
    spool.flush();
    clock.now += DISK_REST_MS + 1;
  }
  spool.close();
  expect(reports).toEqual(["EROFS"]);
  expect(spool.stats().failed).toBe(5);
  // The acknowledgement could not be written either: the event comes again, with its uuid.
  expect(await drain(begin(2))).toEqual(kept);
});

test("a segment that cannot be read is left, counted, and does not stand in the way", async () => {
  const { view, memory, begin, spool } = onBadDisk();
  spool.keep(parcel(), false);
  spool.flush();
  view.die();
  const broken = memory.process().disk;
  const heir = begin(2, { ...broken, read: () => Promise.reject(diskError("EIO")) });
  expect(await drain(heir)).toEqual([]);
  expect(heir.stats()).toMatchObject({ damaged: 1, recovered: 0 });
  heir.close();
  expect(await drain(begin(3))).toHaveLength(1);
});
