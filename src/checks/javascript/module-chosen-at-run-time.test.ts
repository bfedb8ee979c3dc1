import { checkCases } from "../../testing/check-cases.ts";
import { moduleChosenAtRunTime } from "./module-chosen-at-run-time.ts";

checkCases(moduleChosenAtRunTime, {
  found: ["await import(name)", "require(path)", "import(`./plugins/${name}.js`)"],
  clean: [
    "import('./a.js')",
    "require('a')",
    "require.resolve(name)",
    "require(path.join(__dirname, 'a.js'))",
  ],
});
