import { checkCases } from "../../testing/check-cases.ts";
import { textCase } from "../../testing/text-case.ts";
import { githubToken } from "./samples.ts";
import { secretForgeToken } from "./secret-forge-token.ts";

checkCases(secretForgeToken, {
  found: [
    textCase({
      path: ".npmrc",
      code: `//registry.npmjs.org/:_authToken=npm_${githubToken("n").slice(4)}\n`,
    }),
  ],
  clean: [textCase({ path: "a.py", code: `prefix = "ghp_"\n` })],
});
