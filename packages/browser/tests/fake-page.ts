import { JSDOM } from "jsdom";

/** A page in jsdom whose globals stand in for a browser's; `leave` takes them away again. */
export interface FakePage {
  readonly window: JSDOM["window"];
  /** Bodies that were handed to `sendBeacon`; they are sent for real as well. */
  readonly beacons: readonly string[];
  hide(): void;
  leave(): void;
}

const GLOBALS = [
  "document",
  "navigator",
  "location",
  "localStorage",
  "sessionStorage",
  "screen",
  "innerHeight",
  "innerWidth",
  "addEventListener",
  "removeEventListener",
  "AbortController",
] as const;

/** Opens a page. jsdom has no fetch and no beacon: Node's own fetch does the sending. */
export function openFakePage(
  url = "https://app.example.com/",
  options: { readonly referrer?: string } = {},
): FakePage {
  const { window } = new JSDOM("", { url, pretendToBeVisual: true, ...options });
  const beacons: string[] = [];
  const kept = new Map(
    GLOBALS.map((name) => [name, Object.getOwnPropertyDescriptor(globalThis, name)] as const),
  );
  Object.defineProperty(window.navigator, "sendBeacon", {
    value(target: string, body: string) {
      beacons.push(body);
      fetch(target, { method: "POST", body }).catch(() => {});
      return true;
    },
  });
  for (const name of GLOBALS) {
    const value = window[name];
    Object.defineProperty(globalThis, name, {
      configurable: true,
      value: typeof value === "function" ? value.bind(window) : value,
    });
  }
  return {
    window,
    beacons,
    hide() {
      Object.defineProperty(window.document, "visibilityState", {
        configurable: true,
        value: "hidden",
      });
      window.document.dispatchEvent(new window.Event("visibilitychange"));
    },
    leave() {
      window.close();
      for (const [name, descriptor] of kept) {
        if (descriptor) Object.defineProperty(globalThis, name, descriptor);
        else Reflect.deleteProperty(globalThis, name);
      }
    },
  };
}
