/** What a user agent says, in PostHog's words. What is not known is undefined. */
export interface UserAgent {
  readonly $browser: string | undefined;
  readonly $browser_version: number | undefined;
  readonly $os: string | undefined;
  readonly $os_version: string | undefined;
  readonly $device: string | undefined;
  readonly $device_type: string;
}

/** In the order in which they are asked: many name those they descend from. */
const BROWSERS: readonly (readonly [name: string, version: RegExp])[] = [
  ["Opera", / OPR\/([\d.]+)/],
  ["Oculus Browser", /OculusBrowser\/([\d.]+)/],
  ["Samsung Internet", /SamsungBrowser\/([\d.]+)/],
  ["Microsoft Edge", /Edge?\/([\d.]+)/],
  ["Vivaldi", /Vivaldi\/([\d.]+)/],
  ["Yandex", /YaBrowser\/([\d.]+)/],
  ["Whale", /Whale\/([\d.]+)/],
  ["DuckDuckGo", /(?:DuckDuckGo|Ddg)\/([\d.]+)/],
  ["Facebook Mobile", /FBIOS()/],
  ["Chrome iOS", /CriOS\/([\d.]+)/],
  ["Chrome", /Chrome\/([\d.]+)/],
  ["Android Mobile", /Android ([\d.]+).* Safari/],
  ["Firefox iOS", /FxiOS\/([\d.]+)/],
];

const WINDOWS: Readonly<Record<string, string>> = {
  "6.1": "7",
  "6.2": "8",
  "6.3": "8.1",
  "10.0": "10",
};

/** Reads a user agent as posthog-js does, for the browsers and devices that people use today. */
export function readUserAgent(agent: string, vendor = ""): UserAgent {
  const [browser, version] = browserOf(agent, vendor);
  const [os, osVersion] = osOf(agent);
  const device = deviceOf(agent);
  return {
    $browser: browser,
    $browser_version: Number.parseFloat(version ?? "") || undefined,
    $os: os,
    $os_version: osVersion || undefined,
    $device: device,
    $device_type: /iPad|ablet/.test(device ?? "") ? "Tablet" : device ? "Mobile" : "Desktop",
  };
}

type Named = readonly [name?: string, version?: string | undefined];

function browserOf(agent: string, vendor: string): Named {
  for (const [name, version] of BROWSERS) {
    const found = version.exec(agent);
    if (found) return [name, found[1]];
  }
  if (/Apple/.test(vendor) || /Safari/.test(agent))
    return [
      /Mobile/.test(agent) ? "Mobile Safari" : "Safari",
      /Version\/([\d.]+)/.exec(agent)?.[1],
    ];
  const firefox = /Firefox\/([\d.]+)/.exec(agent);
  return firefox ? ["Firefox", firefox[1]] : [];
}

function osOf(agent: string): Named {
  const windows = /Windows(?: NT ([\d.]+))?/.exec(agent);
  if (windows) return ["Windows", WINDOWS[windows[1] ?? ""]];
  const apple = /iP(?:hone|ad|od).*?OS (\d+)_(\d+)_?(\d+)?/.exec(agent);
  if (apple || /iPhone/.test(agent)) return ["iOS", threeParts(apple)];
  const android = /Android(?: (\d+)\.(\d+)\.?(\d+)?)?/.exec(agent);
  if (android) return ["Android", threeParts(android)];
  const mac = /Mac OS X (\d+)[_.](\d+)[_.]?(\d+)?/.exec(agent);
  if (mac) return ["Mac OS X", threeParts(mac)];
  return /CrOS/.test(agent) ? ["Chrome OS"] : /Linux/.test(agent) ? ["Linux"] : [];
}

function threeParts(found: RegExpExecArray | null): string | undefined {
  return found?.[1] && `${found[1]}.${found[2]}.${found[3] ?? 0}`;
}

function deviceOf(agent: string): string | undefined {
  const apple = /iPad|iPod|iPhone/.exec(agent)?.[0];
  if (apple) return apple === "iPod" ? "iPod Touch" : apple;
  const isMobile = /Mobile/.test(agent);
  if (/Android/.test(agent)) return isMobile ? "Android" : "Android Tablet";
  if (isMobile) return "Generic mobile";
  return /Tablet(?! PC)/.test(agent) ? "Generic tablet" : undefined;
}
