import { checkCases } from "../../testing/check-cases.ts";
import { evalUsed } from "./eval-used.ts";

checkCases(evalUsed, {
  found: ["eval(x, {})", 'eval("1 + 1")', "from builtins import eval as e\ne(x)"],
  clean: ["model.eval()", "df.eval(q)", "def eval(): ...\neval()"],
});
