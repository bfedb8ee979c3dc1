#!/usr/bin/env node
import module from "node:module";
import { fileURLToPath } from "node:url";
import { paviseVersion } from "../engine/version.ts";

const argv = process.argv.slice(2);

if (argv.length === 1 && (argv[0] === "--version" || argv[0] === "-V")) {
  // Answered before anything else is loaded: scripts ask for it often.
  process.stdout.write(`${paviseVersion()}\n`);
} else {
  // Beside the package and never in a shared temporary folder, where others could plant code.
  const cache = fileURLToPath(new URL("../../node_modules/.cache/pavise", import.meta.url));
  module.enableCompileCache(cache);
  const { runCli } = await import("./run.ts");
  await runCli(argv, cache);
}
