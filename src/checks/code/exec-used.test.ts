import { checkCases } from "../../testing/check-cases.ts";
import { execUsed } from "./exec-used.ts";

checkCases(execUsed, {
  found: [
    'exec(compile(text, "f", "exec"))',
    "import builtins\nbuiltins.exec(text)",
    'exec("x = 1")',
  ],
  clean: ["def exec(q): ...\nexec(q)", "cursor.exec(q)"],
});
