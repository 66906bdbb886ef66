import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { type FakeBrowser, openFakeBrowser } from "./fake-browser";
import { openTab, parcel } from "./open-tab";

describe.each([{ hasLocks: true }, { hasLocks: false }])("a stored queue, %o", (options) => {
  let browser: FakeBrowser;
  beforeEach(() => {
    browser = openFakeBrowser(options);
  });
  afterEach(() => browser.close());

  const units = (): number =>
    [...browser.storage].reduce(
      (sum, [key, text]) => (/_\d+$/.test(key) ? sum + text.length : sum),
      0,
    );

  test("a call writes nothing; what waited is there after a crash, once, and gone once sent", async () => {
    const first = openTab(browser, "first");
    first.track(parcel(1), parcel(2));
    expect(browser.storage.size).toBe(0);
    await browser.settle();
    browser.crash("first");
    // A lease outlives its page.
    if (!options.hasLocks) await vi.advanceTimersByTimeAsync(180_000);
    const next = openTab(browser, "next");
    await browser.settle();
    expect(next.waiting).toEqual([parcel(1), parcel(2)]);
    expect(next.counters.recovered).toBe(2);
    next.send(2);
    await browser.settle();
    expect(browser.storage.size).toBe(0);
  });

  test("a page that is left lets go of what it stored, and the next one has it at once", async () => {
    const first = openTab(browser, "first");
    first.track(parcel(1));
    first.end();
    expect(first.waiting).toEqual([]);
    const next = openTab(browser, "next");
    await browser.settle();
    expect(next.waiting).toEqual([parcel(1)]);
  });

  test("a page that comes back takes over what it left, unless another one has", async () => {
    const tab = openTab(browser, "tab");
    tab.track(parcel(1));
    tab.leave();
    await browser.settle();
    expect(tab.waiting).toEqual([]);
    tab.show();
    await browser.settle();
    expect(tab.waiting).toEqual([parcel(1)]);
    tab.leave();
    const other = openTab(browser, "other");
    await browser.settle();
    expect([other.waiting, tab.waiting]).toEqual([[parcel(1)], []]);
  });

  test("a hidden page writes at once and keeps what it has", async () => {
    const tab = openTab(browser, "tab");
    tab.track(parcel(1));
    tab.hide();
    expect(tab.waiting).toEqual([parcel(1)]);
    expect(units()).toBe(parcel(1).length);
  });

  test("two tabs keep to their own, and one of two takes over what a third left", async () => {
    const tabs = ["a", "b"].map((name) => openTab(browser, name));
    for (const [n, tab] of tabs.entries()) tab.track(parcel(n));
    const third = openTab(browser, "third");
    third.track(parcel(9));
    await browser.settle();
    third.end();
    for (const tab of tabs) tab.track();
    await browser.settle();
    const found = tabs.flatMap((tab) => tab.waiting);
    expect(found.sort()).toEqual([parcel(0), parcel(1), parcel(9)]);
    expect(tabs.map((tab) => tab.waiting.length).sort()).toEqual([1, 2]);
  });

  test("damaged entries lose the damaged events alone, are counted, and go", async () => {
    const key = "dd0c_queue_phc_test_0123456789ab_0";
    browser.storage.set(key, `${parcel(1)}\n{"uuid":"torn\nnull\n7\n${parcel(2)}`);
    browser.storage.set("dd0c_queue_phc_test_b_0123456789ab_0", "another project's");
    const tab = openTab(browser, "tab");
    await browser.settle();
    expect(tab.waiting).toEqual([parcel(1), parcel(2)]);
    expect(tab.counters.damaged).toBe(3);
    expect(tab.errors).toContain("damaged");
    tab.send(2);
    await browser.settle();
    expect([...browser.storage.keys()]).toEqual(["dd0c_queue_phc_test_b_0123456789ab_0"]);
  });

  test("a full store and a full browser leave events in memory, say so, and write when there is room", async () => {
    const bounded = openTab(browser, "bounded", 1_000);
    bounded.track(parcel(1, 800), parcel(2, 800));
    await browser.settle();
    expect(units()).toBe(0);
    expect(bounded.errors).toContain("full");
    bounded.send(1);
    await browser.settle();
    expect(units()).toBe(parcel(2, 800).length);

    browser.quota = 2_000;
    const tab = openTab(browser, "tab");
    tab.track(parcel(3, 5_000));
    await browser.settle();
    tab.leave();
    expect(tab.errors).toContain("QuotaExceededError");
    expect(tab.waiting).toEqual([parcel(3, 5_000)]);
  });

  test("denied storage leaves events in memory and says so", async () => {
    browser.isDenied = true;
    const tab = openTab(browser, "tab");
    tab.track(parcel(1));
    await browser.settle();
    tab.leave();
    expect(tab.waiting).toEqual([parcel(1)]);
    expect(tab.errors).toContain("SecurityError");
  });
});
