import vue from "@vitejs/plugin-vue";
import { defineConfig } from "vite";

export default defineConfig({
  plugins: [
    // Vue would look for a component of this name.
    vue({ template: { compilerOptions: { isCustomElement: (tag) => tag === "assay-badge" } } }),
  ],
});
