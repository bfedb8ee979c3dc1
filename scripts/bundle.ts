// Joins the modules of dist/ into few files, dist/bin/, which the launcher and the package run:
//
//   node scripts/bundle.ts
//
// Loading a module costs about half a millisecond, and there are hundreds: unbundled, they would
// be most of the time that the scan of a small file takes. dist/bin/ lies as deep as dist/engine/,
// so that what modules find beside themselves by URL (package.json, the worker) is found again.
import { rmSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";
import { rolldown } from "rolldown";

const dist = join(import.meta.dirname, "..", "dist");
const catalog = join(dist, "catalog") + sep;

rmSync(join(dist, "bin"), { recursive: true, force: true });
const bundle = await rolldown({
  input: { pavise: join(dist, "cli", "main.js"), worker: join(dist, "engine", "worker.js") },
  platform: "node",
  // Packages stay packages.
  external: (id) => !/^[./]/.test(id),
  plugins: [
    {
      name: "catalog-stays",
      // The catalogue loads its parts by path, when they are asked for: it stays where it is.
      resolveId(id, importer) {
        const file =
          importer === undefined || !id.startsWith(".") ? id : resolve(importer, "..", id);
        if (!file.startsWith(catalog) || importer?.startsWith(catalog)) return null;
        return { id: relative(join(dist, "bin"), file), external: true };
      },
    },
  ],
});
await bundle.write({
  dir: join(dist, "bin"),
  format: "esm",
  entryFileNames: "[name].js",
  chunkFileNames: "[name].js",
});
await bundle.close();
