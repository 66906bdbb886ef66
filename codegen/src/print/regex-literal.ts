/** An ECMAScript pattern as a literal with the `u` flag, slashes and line breaks escaped. Throws where it is none. */
export function regexLiteral(pattern: string): string {
  const { source, flags } = new RegExp(pattern, "u");
  return `/${source}/${flags}`;
}
