import type { ProxyOptions } from "./proxy-options";
import { SAFE_PATH } from "./safe-path";
import { readSettings } from "./settings";

/** What nginx needs to know. */
export interface NginxOptions
  extends Pick<ProxyOptions, "prefix" | "region" | "maxBody" | "timeout"> {
  /** A name server: nginx does not read the system's. Cloudflare's public one unless given. */
  readonly resolver?: string | undefined;
  /** The certificates of the authorities, to know PostHog by; where Debian has them unless given. */
  readonly certificates?: string | undefined;
}

/**
 * The proxy as a `location` of nginx, to stand in a `server`. The client's address is `$remote_addr`:
 * behind a load balancer set `real_ip_header`. Throws when the options are wrong, as nothing runs yet.
 */
export function nginxSnippet(options: NginxOptions): string {
  const settings = readSettings(options);
  if (typeof settings === "string") throw new RangeError(settings);
  const { prefix, ingest, assets, maxBody, timeout } = settings;
  const path = prefix.replaceAll(".", "\\.").replaceAll("+", "\\+");
  const seconds = `${Math.ceil(timeout / 1_000)}s`;
  const isTls = ingest.startsWith("https:") || assets.startsWith("https:");
  return `location ^~ ${prefix}/ {
  if ($request_uri !~ "^${path}${SAFE_PATH}(?:\\?|$)") { return 400; }
  if ($request_method !~ "^(?:GET|HEAD|POST|OPTIONS)$") { return 405; }

  set $dd0c_upstream "${ingest}";
  if ($uri ~ "^${path}/(?:static|array)/") { set $dd0c_upstream "${assets}"; }
  # A project's key may travel, the host's own credentials may not; of the page, its origin.
  set $dd0c_authorization "";
  if ($http_authorization ~* "^Bearer phc_") { set $dd0c_authorization $http_authorization; }
  set $dd0c_referer "";
  if ($http_referer ~ "^(https?://[^/?#@ ]+)(?:[/?#]|$)") { set $dd0c_referer "$1/"; }
  rewrite "^${path}(/.*)$" $1 break;

  resolver ${options.resolver ?? "1.1.1.1"} valid=300s;
  proxy_pass $dd0c_upstream;${isTls ? tls(options) : ""}
  proxy_http_version 1.1;
  proxy_connect_timeout 10s;
  proxy_send_timeout ${seconds};
  proxy_read_timeout ${seconds};
  client_max_body_size ${maxBody};
  proxy_request_buffering off;

  # What PostHog needs of a request; cookies are not among it.
  proxy_pass_request_headers off;
  proxy_set_header Host $proxy_host;
  proxy_set_header Connection "";
${PASSED.map(([name, variable]) => `  proxy_set_header ${name} ${variable};`).join("\n")}
  proxy_set_header Authorization $dd0c_authorization;
  proxy_set_header Referer $dd0c_referer;
  proxy_set_header X-Forwarded-For $remote_addr;

  # Nothing in an answer may rule the host's own domain, or act in its name.
${HIDDEN.map((name) => `  proxy_hide_header ${name};`).join("\n")}
  add_header Content-Security-Policy "sandbox; default-src 'none'" always;
  add_header X-Content-Type-Options nosniff always;
  proxy_redirect off;
  proxy_intercept_errors on;
  error_page 300 301 302 303 305 307 308 =502 @dd0c_redirect;
}
location @dd0c_redirect { return 502; }
`;
}

const PASSED = [
  ["Accept", "$http_accept"],
  ["Accept-Encoding", "$http_accept_encoding"],
  ["Accept-Language", "$http_accept_language"],
  ["Access-Control-Request-Headers", "$http_access_control_request_headers"],
  ["Access-Control-Request-Method", "$http_access_control_request_method"],
  ["Content-Encoding", "$http_content_encoding"],
  ["Content-Type", "$content_type"],
  ["If-Modified-Since", "$http_if_modified_since"],
  ["If-None-Match", "$http_if_none_match"],
  ["Origin", "$http_origin"],
  ["User-Agent", "$http_user_agent"],
  ["PostHog-Sdk-Info", "$http_posthog_sdk_info"],
  ["PostHog-Attempt", "$http_posthog_attempt"],
  ["PostHog-Request-Id", "$http_posthog_request_id"],
  ["PostHog-Request-Timestamp", "$http_posthog_request_timestamp"],
] as const;

const HIDDEN = [
  "Set-Cookie",
  "Alt-Svc",
  "Clear-Site-Data",
  "Content-Security-Policy",
  "Link",
  "NEL",
  "Refresh",
  "Report-To",
  "Service-Worker-Allowed",
  "Strict-Transport-Security",
  "X-Content-Type-Options",
];

function tls({ certificates = "/etc/ssl/certs/ca-certificates.crt" }: NginxOptions): string {
  return `
  proxy_ssl_server_name on;
  proxy_ssl_verify on;
  proxy_ssl_verify_depth 3;
  proxy_ssl_trusted_certificate ${certificates};`;
}
