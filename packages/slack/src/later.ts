import { TENANT_MS, WAITING_CALLS } from "./limits";
import { slackPlatform } from "./slack-platform";

/** A value that is here, or on its way; `use` runs at once in the first case. */
export interface Later<T> {
  use(callback: (value: T) => void): void;
  readonly isHere: () => boolean;
}

/** Starts on a value; when it cannot be had in time, `failed` supplies another. Never throws. */
export function later<T>(start: () => T | Promise<T>, failed: (reason: string) => T): Later<T> {
  let here: { readonly value: T } | undefined;
  let waiting: ((value: T) => void)[] = [];
  let stop = (): void => {};

  const arrive = (value: T): void => {
    if (here) return;
    stop();
    here = { value };
    for (const callback of waiting) callback(value);
    waiting = [];
  };
  const fail = (reason: string) => () => arrive(failed(reason));

  try {
    const started = start();
    if (started instanceof Promise) {
      stop = slackPlatform.timer(fail("no answer in time"), TENANT_MS, false);
      started.then(arrive, fail("it rejected"));
    } else arrive(started);
  } catch {
    fail("it threw")();
  }
  return {
    isHere: () => here !== undefined,
    use(callback) {
      if (!here && waiting.length >= WAITING_CALLS) fail("too many calls wait for it")();
      if (here) callback(here.value);
      else waiting.push(callback);
    },
  };
}
