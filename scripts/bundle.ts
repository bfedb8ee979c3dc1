// Joins the modules of dist/ into few files, dist/bin/, which the launcher and the package run:
//
//   node scripts/bundle.ts
//
// Loading a module costs about half a millisecond, and there are hundreds: unbundled, they would
// be most of the time that the scan of a small file takes. dist/bin/ lies as deep as dist/engine/,
// so that what modules find beside themselves by URL (package.json, the worker) is found again.
// CommonJS, since a loader of ES modules has no place for compiled code; `load.cjs` says which.
import { spawnSync } from "node:child_process";
import { generateKeyPairSync } from "node:crypto";
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { basename, join, relative, resolve, sep } from "node:path";
import { rolldown } from "rolldown";

const dist = join(import.meta.dirname, "..", "dist");
const bin = join(dist, "bin");
const catalog = join(dist, "catalog") + sep;
const programs = ["pavise", "worker", "hash-worker", "attack-worker"];

rmSync(bin, { recursive: true, force: true });
const bundle = await rolldown({
  input: {
    "pavise.main": join(dist, "cli", "main.js"),
    "worker.main": join(dist, "engine", "worker.js"),
    "hash-worker.main": join(dist, "integrity", "model", "hash-worker.js"),
    "attack-worker.main": join(dist, "robustness", "run", "worker.js"),
  },
  platform: "node",
  // Packages are joined in as well: zod alone is dozens of files, and a tenth of a second. The runtime of
  // models is machine code, and optional.
  external: (id) => id.startsWith("node:") || id === "onnxruntime-node",
  plugins: [
    {
      name: "catalog-stays",
      // The catalogue loads its parts by path, when they are asked for: it stays where it is.
      resolveId(id, importer) {
        const file =
          importer === undefined || !id.startsWith(".") ? id : resolve(importer, "..", id);
        if (!file.startsWith(catalog) || importer?.startsWith(catalog)) return null;
        return { id: relative(bin, file), external: true };
      },
    },
  ],
});
const { output } = await bundle.write({
  dir: bin,
  format: "cjs",
  entryFileNames: "[name].cjs",
  chunkFileNames: "[name].cjs",
});
await bundle.close();

copyFileSync(join(import.meta.dirname, "load.cjs"), join(bin, "load.cjs"));
for (const program of programs) {
  const text = `#!/usr/bin/env node\nrequire("./load.cjs").load("${program}.main.cjs");\n`;
  writeFileSync(join(bin, `${program}.cjs`), text);
}

/** Texts of the licences that packages name without bringing them along. */
const texts: Readonly<Record<string, string>> = {
  "Apache-2.0": join(import.meta.dirname, "..", "LICENSE"),
  MIT: join(import.meta.dirname, "licence-mit.txt"),
};

/** The licence of a package; of those that only name theirs, our copy of its text. */
function licenceOf(folder: string): string {
  const own = join(folder, "LICENSE");
  if (existsSync(own)) return readFileSync(own, "utf8");
  const { license = "", author } = JSON.parse(
    readFileSync(join(folder, "package.json"), "utf8"),
  ) as { readonly license?: string; readonly author?: string };
  const text = texts[license];
  if (text === undefined) throw new Error(`${folder} has no licence text`);
  return `Copyright ${author ?? "its authors"}\n\n${readFileSync(text, "utf8")}`;
}

const modules = output.flatMap((part) => (part.type === "chunk" ? part.moduleIds : []));
const packages = new Set(
  modules.flatMap((id) => /.*[/\\]node_modules[/\\](?:@[^/\\]+[/\\])?[^/\\]+/.exec(id) ?? []),
);
const licences = [...packages].sort().map((folder) => {
  return `${basename(folder)}\n\n${licenceOf(folder).trim()}\n`;
});
writeFileSync(join(bin, "LICENSES.txt"), licences.join("\n---\n\n"));

/** A pickle of protocol 4: plain data of every kind, a few objects of the standard library. */
const firstPickle = Buffer.from(
  [
    "800495ab000000000000007d94288c0161945d94284b014740040000000000008c017894430179944e884b014b028694",
    "8f94284b0390658c016f948c0b636f6c6c656374696f6e73948c0b4f7264657265644469637494939429529468014b01",
    "738c0174948c086461746574696d65948c086461746574696d65949394430a07ea010100000000000094859452948c01",
    "639468088c07436f756e7465729493947d94288c0161944b018c0162944b017585945294752e",
  ].join(""),
  "hex",
);

/** A bucket, its policy and a notebook, with what else Terraform is made of. */
const firstTerraform = `variable "stage" { default = "dev" }
locals { names = ["a", "b"] }
resource "aws_s3_bucket" "models" {
  for_each = toset(local.names)
  bucket   = "acme-\${var.stage}-\${each.key}"
  tags     = { stage = var.stage == "prod" ? "p" : "d" }
}
resource "aws_s3_bucket_policy" "models" {
  bucket = aws_s3_bucket.models["a"].id
  policy = jsonencode({
    Statement = [{ Effect = "Allow", Principal = "*", Action = "s3:GetObject", Resource = "*" }]
  })
}
resource "aws_sagemaker_notebook_instance" "lab" {
  name          = "lab"
  role_arn      = "arn:aws:iam::123456789012:role/lab"
  instance_type = "ml.t3.medium"
}
`;

// The runs whose compiled code is kept: a small file with a weakness and a configuration, and models,
// whose code is compiled anew by every worker otherwise; then a model that is signed and verified, and a
// text that is guarded.
const folder = mkdtempSync(join(dist, "first-"));
try {
  writeFileSync(
    join(folder, "first.py"),
    "import torch\n\n\ndef load(path):\n    return torch.load(path, weights_only=False)\n",
  );
  writeFileSync(join(folder, "first.tf"), firstTerraform);
  writeFileSync(join(folder, "first.pkl"), firstPickle);
  writeFileSync(join(folder, "other.pkl"), "cnumpy\ndtype\n(S'f8'\ntR.");
  writeFileSync(
    join(folder, "key.pem"),
    generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey.export({
      type: "pkcs8",
      format: "pem",
    }),
  );
  writeFileSync(join(folder, "pavise.yaml"), "version: 1\ngate:\n  fail-on: none\n");
  const program = `const { load, keep } = require(${JSON.stringify(join(bin, "load.cjs"))});
process.on("exit", keep);
load("pavise.main.cjs");`;
  const signed = ["first.pkl", "--key", "key.pem"];
  for (const words of [
    ["scan", "first.tf", "--format", "json", "--output", "first.json"],
    ["sign", ...signed],
    ["guard", "--fail-on", "none", "--quiet", "first.py"],
    ["scan", "first.py", "first.pkl", "other.pkl"],
  ]) {
    const args = ["-e", program, "pavise", ...words];
    const { status, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: "utf8" });
    if (status !== 0) throw new Error(`the first run failed: ${stderr}`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
