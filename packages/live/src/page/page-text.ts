// Generated from packages/live/page by scripts/live-page.mjs. Do not edit.

/** The live page: one HTML file with its style and script inside. */
export const pageText: string =
  // biome-ignore format: generated
  "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>dd0c-track dev</title><style>body{font-family:system-ui}</style></head><body><script>\"use strict\";(()=>{document.body.append(\"dd0c-track dev\");})();</script></body></html>";

/** What a browser may do with it: run and show what it brought along, and ask us. */
export const pagePolicy: string =
  // biome-ignore format: generated
  "default-src 'none'; script-src 'sha256-TAISaZTZroTMVA/jpOAs5WmyQ5yo/LkQk4uRAtph3tM='; style-src 'sha256-VtY8xt///Rl0jNNqbGR9GPpkyX6goq/uXIfvOYgJ5GU='; connect-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
