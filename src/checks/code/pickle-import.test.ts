import { checkCases } from "../../testing/check-cases.ts";
import { pickleImport } from "./pickle-import.ts";

checkCases(pickleImport, {
  found: [
    "from dill import dumps",
    'import importlib\nimportlib.import_module("pickle")',
    '__import__("shelve")',
  ],
  clean: ["import pickletools\n"],
});
