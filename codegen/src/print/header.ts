/** The first line of every generated file: its source and the command, no version and no time. */
export function header(source: string): string {
  const path = source.replace(/[\p{Cc}\u2028\u2029]/gu, "\ufffd");
  return `Generated from ${path} by \`dd0c-track generate\`. Do not edit: change the plan and run it again.`;
}
