import { checkCases } from "../../testing/check-cases.ts";
import { scriptEval } from "./script-eval.ts";

checkCases(scriptEval, {
  found: [
    "eval(x)",
    "const f = new Function('a', body)",
    "const F = Function;\nnew F(...args, lines.join(';'))",
    "import vm from 'node:vm';\nvm.runInNewContext(code, {})",
    "const vm = require('vm'); new vm.Script(source).runInThisContext()",
    "window.eval(`${a}`)",
    "setTimeout('run(' + x + ')', 10)",
    "(0, eval)(code)",
    "eval('1 + 1')",
  ],
  clean: [
    "model.eval(x)",
    "JSON.parse(x)",
    "setTimeout(() => f(x), 10)",
    "setTimeout(f, 10)",
    "const e = obj.eval; class A { eval() {} }",
    "function f(x: Function) {}",
    "import { evaluate } from 'mathjs'; evaluate(x)",
  ],
});
