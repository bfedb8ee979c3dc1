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
  // Without `await`: what is joined for the launcher is CommonJS, which has none at the top.
  void import("./run.ts").then(({ runCli }) => runCli(argv, cache));
}
