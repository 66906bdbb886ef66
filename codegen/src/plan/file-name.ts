/** Names that Windows keeps for devices, whatever stands behind a first dot: `con`, `aux.port.md`. */
const device = /^(con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i;

/** Whether Windows can have no file or folder of this name. */
export function isDevice(name: string): boolean {
  return device.test(name);
}

/**
 * A name as the name of a file that every disk can have, without its ending: letters, digits, `.`,
 * `_` and `-` stay, anything else is a dash; `con.started` becomes `_con.started`.
 */
export function fileName(name: string): string {
  const plain = name.replace(/[^\p{L}\p{N}._-]+/gu, "-");
  return isDevice(plain) ? `_${plain}` : plain;
}
