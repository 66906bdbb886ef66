/** The day on which a command runs, YYYY-MM-DD in UTC; rules get it from here and read no clock. */
export function today(): string {
  return new Date().toISOString().slice(0, 10);
}
