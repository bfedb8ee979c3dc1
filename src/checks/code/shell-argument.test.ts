import { checkCases } from "../../testing/check-cases.ts";
import { shellArgument } from "./shell-argument.ts";

checkCases(shellArgument, {
  found: ["f(shell=True)", "asyncio.f(x, shell=flag)"],
  clean: ["f(shell=False)", "f(shell=None)"],
});
