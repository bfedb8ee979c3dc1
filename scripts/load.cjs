// Starts one of the joined programs; `scripts/bundle.ts` puts this file beside them in dist/bin/.
//
// Node's own compile cache holds what V8 compiles when a file is loaded, which leaves out every
// function that is compiled when it is first called: most of them. V8 can be asked for all of it
// after a run, so that is done once, at setup, and each start takes it from there. Where the data
// does not fit (another Node, other flags), V8 says so and compiles as ever.
"use strict";

const { readFileSync, writeFileSync } = require("node:fs");
const { createRequire } = require("node:module");
const { join } = require("node:path");
const { Script, constants } = require("node:vm");

/** Modules by file name, as they are being loaded or were. */
const modules = new Map();
/** What was compiled, by file name. */
const scripts = new Map();
const outside = createRequire(__filename);

function codeOf(file) {
  try {
    return readFileSync(`${file}.code`);
  } catch {
    return undefined;
  }
}

function load(name) {
  const known = modules.get(name);
  if (known !== undefined) return known.exports;
  const file = join(__dirname, name);
  const script = new Script(
    // pavise: allow script-eval -- the files of this very bundle, as `require` would load them
    `(function (exports, require, module, __filename, __dirname) {${readFileSync(file, "utf8")}\n})`,
    {
      filename: file,
      cachedData: codeOf(file),
      importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
    },
  );
  scripts.set(file, script);
  const made = { exports: {} };
  modules.set(name, made);
  const require = (id) => (id.startsWith("./") ? load(id.slice(2)) : outside(id));
  script.runInThisContext()(made.exports, require, made, file, __dirname);
  return made.exports;
}

/** Keeps what has been compiled by now for the next start. */
function keep() {
  for (const [file, script] of scripts) writeFileSync(`${file}.code`, script.createCachedData());
}

module.exports = { load, keep };
