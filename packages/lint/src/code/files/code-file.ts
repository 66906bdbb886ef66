/** Files that can hold code we read. */
const CODE = /\.([cm]?[jt]sx?|vue|svelte|astro)$/;
/** Made from others: bundles, minified files, source maps' neighbours. */
const MADE = /\.min\.[cm]?js$|(^|\/)\.next\/|(^|\/)\.yarn\/|\.bundle\.js$/;

/** Whether a path is one of code. */
export function isCodeFile(path: string): boolean {
  return CODE.test(path) && !MADE.test(path);
}

const TEST =
  /(^|\/)(__tests__|__mocks__|__fixtures__|tests?|e2e|cypress|playwright|fixtures?|mocks?|storybook|\.storybook|spec)\/|[._-](test|tests|spec|stories|story|e2e|cy|mock|fixture)s?\.[^/]+$|(^|\/)(jest|vitest|setup-?tests?|playwright)[.\w-]*\.[cm]?[jt]sx?$/i;

/** Whether a path is by its name one of tests, stories, fixtures or mocks. */
export function isTestFile(path: string): boolean {
  return TEST.test(path);
}
