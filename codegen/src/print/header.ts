/** The first line of every generated file: its source and the command, no version and no time. */
export function header(source: string): string {
  return `Generated from ${source} by \`dd0c-track generate\`. Do not edit: change the plan and run it again.`;
}
