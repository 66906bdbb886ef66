import { join } from "node:path";
import { withChromium } from "../demo/chromium.mjs";
import { root } from "../steps.mjs";
import { serveFolder } from "./serve-folder.mjs";

const images = join(root, "docs", "images");
const desk = { width: 1280, height: 800 };

/** Takes the pictures of the built site that the README shows. */
export async function takePictures(dist) {
  const site = await serveFolder(dist);
  try {
    await withChromium(
      async (page) => {
        const take = async (name, path, { dark = false, size = desk, before } = {}) => {
          await page.setViewportSize(size);
          await page.emulateMedia({ colorScheme: dark ? "dark" : "light" });
          await page.goto(`${site.url}/${path}`, { waitUntil: "networkidle" });
          await before?.();
          await page.screenshot({ path: join(images, `${name}.png`) });
          console.log(`✓ docs/images/${name}.png`);
        };
        await take("docs-product", "cost.html");
        await take("docs-event", "events/cost.anomaly.alerted.html", { dark: true });
        await take("docs-events", "events.html?product=cost&stage=first_value");
        await take("docs-phone", "cost.html", {
          size: { width: 390, height: 844 },
          before: () =>
            page.locator(".funnel").evaluate((it) => it.scrollIntoView({ block: "center" })),
        });
      },
      { ...desk, scale: 1.5 },
    );
  } finally {
    await site.stop();
  }
}
