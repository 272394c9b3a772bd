import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vite";

export default defineConfig({
  plugins: [svelte()],
  // Vite's development server would take the script away from the wasm beside it.
  optimizeDeps: { exclude: ["assay-badge"] },
});
