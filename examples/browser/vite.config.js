import { defineConfig } from "vite";

export default defineConfig({
  build: { rollupOptions: { input: ["index.html", "catalog.html", "pricing.html"] } },
  server: { open: false, watch: null },
  preview: { host: "127.0.0.1", open: false },
});
