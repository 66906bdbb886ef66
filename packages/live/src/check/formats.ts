type Fits = (text: string) => boolean;

/** No value of a format is longer; a longer one is not tried. */
const longest = 4096;

/** Whether a text has a JSON Schema format; one that is not in the table takes every text. */
export function fitsFormat(format: string, text: string): boolean {
  if (!Object.hasOwn(formats, format)) return true;
  return text.length <= longest && formats[format]?.(text) === true;
}

/** A moment in RFC 3339, with its offset from UTC. */
export function isMoment(text: string): boolean {
  return (
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:[0-5]\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/.test(text) &&
    isDay(text.slice(0, 10)) &&
    isTime(text.slice(11))
  );
}

/** A day of the calendar, YYYY-MM-DD. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

function isTime(text: string): boolean {
  const parts = /^(\d\d):(\d\d):(\d\d)(?:\.\d+)?(?:z|[+-](\d\d):(\d\d))$/i.exec(text);
  if (parts === null) return false;
  const [hour, minute, second, offsetHour = 0, offsetMinute = 0] = parts
    .slice(1)
    .map((it) => Number(it ?? 0));
  return (
    Number(hour) < 24 &&
    Number(minute) < 60 &&
    Number(second) <= 60 &&
    offsetHour < 24 &&
    offsetMinute < 60
  );
}

const mailbox =
  /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*@(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/i;
const hostname =
  /^(?=.{1,253}\.?$)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*\.?$/i;
const duration =
  /^P(?!$)(?:(?:\d+Y)?(?:\d+M)?(?:\d+D)?(?:T(?=\d)(?:\d+H)?(?:\d+M)?(?:\d+S)?)?|(?:\d+W)?)$/;

const formats: Readonly<Record<string, Fits>> = {
  email: (text) => mailbox.test(text),
  uri: (text) => /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+$/i.test(text),
  uuid: (text) => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text),
  "date-time": isMoment,
  date: isDay,
  time: isTime,
  duration: (text) => duration.test(text),
  hostname: (text) => hostname.test(text),
  ipv4: isIpv4,
  ipv6: isIpv6,
};

function isIpv4(text: string): boolean {
  return (
    /^(?:\d{1,3}\.){3}\d{1,3}$/.test(text) && text.split(".").every((part) => Number(part) < 256)
  );
}

function isIpv6(text: string): boolean {
  if (!/^[\da-f:.]{2,45}$/i.test(text)) return false;
  const [left = "", right, more] = text.split("::");
  if (more !== undefined) return false;
  const groups = [...left.split(":"), ...(right ?? "").split(":")].filter((it) => it !== "");
  const last = groups.at(-1) ?? "";
  const isMixed = last.includes(".");
  if (isMixed && !isIpv4(last)) return false;
  const plain = isMixed ? groups.slice(0, -1) : groups;
  const count = plain.length + (isMixed ? 2 : 0);
  const isWhole = (part: string): boolean =>
    part === "" || part.split(":").every((it) => it !== "");
  if (!isWhole(left) || !isWhole(right ?? "")) return false;
  return (
    plain.every((it) => /^[\da-f]{1,4}$/i.test(it)) &&
    (right === undefined ? count === 8 : count < 8)
  );
}
