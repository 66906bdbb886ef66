import { finding } from "@dd0c/track-codegen";
import { codePage } from "../code-page.js";
import type { CodeRule } from "../code-rule.js";

/** Who somebody is goes through the client, as events do. */
export const identityCallOutsideClient: CodeRule = {
  scope: "file",
  page: codePage({
    id: "C206",
    name: "identity-call-outside-client",
    title: "An identity set beside the typed client",
    why: "Traits carry more personal data than events do, and only the client hashes it. The client must also know who is signed in.",
    fix: "Call `identify`, `group` or `register` of the generated client.",
    bad: `
      import posthog from "posthog-js";

      export const signedIn = (id: string) => posthog.identify(id, { seats: 3 });
    `,
    good: `
      import { createTracker } from "@dd0c/track-events/cost/browser";

      const tracker = createTracker({});
      export const signedIn = (id: string) => tracker.identify(id, { user_role: "developer" });
    `,
  }),
  check: (analysis) =>
    analysis.touches.flatMap((touch) => {
      if (touch.kind !== "call" || touch.role !== "identity" || touch.client !== null) return [];
      if (touch.place.isInTest || touch.tier === "name" || touch.vendor === "dd0c") return [];
      const subject = [touch.span.file, touch.place.symbol, touch.method];
      return [
        finding(
          "identity-call-outside-client",
          touch.span,
          `${touch.method} is called on ${touch.vendor}'s SDK, beside the typed client.`,
          {
            help: `Call ${/^(?:reset|opt_)/.test(touch.method) ? "the tracker's own" : `\`${plain(touch.method)}\` of the generated client`} instead.`,
            subject: subject.filter(Boolean).join("/"),
          },
        ),
      ];
    }),
};

/** The client's word for a vendor's method. */
function plain(method: string): string {
  if (/^group/i.test(method)) return "group";
  return /^(?:register|unregister|setPersonProperties.*)/.test(method) ? "register" : "identify";
}
