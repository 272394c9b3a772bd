import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

export default defineConfig({
  plugins: [react()],
  // Vite's development server would take the script away from the wasm beside it.
  optimizeDeps: { exclude: ["assay-badge"] },
});
