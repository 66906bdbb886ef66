/** Text that YAML reads back as the same string in every place: plain where that is safe, else quoted. */
export function yamlText(text: string): string {
  return isPlain(text) ? text : quoted(text);
}

/** A string, number or boolean as a YAML scalar in a list or after a key. */
export function yamlScalar(value: string | number | boolean): string {
  return typeof value === "string" ? yamlText(value) : String(value);
}

const safe = /^[\p{L}_/(][\p{L}\p{N} _/.()'’+,;-]*$/u;
const reads = /^(?:null|true|false|yes|no|on|off|y|n|\.?inf|\.?nan)$/i;

function isPlain(text: string): boolean {
  return safe.test(text) && !text.endsWith(" ") && !reads.test(text) && !text.includes(" #");
}

function quoted(text: string): string {
  return JSON.stringify(text).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff\ud800-\udfff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
