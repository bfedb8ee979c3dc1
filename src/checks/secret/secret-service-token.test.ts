import { checkCases } from "../../testing/check-cases.ts";
import { textCase } from "../../testing/text-case.ts";
import { letters } from "./samples.ts";
import { secretServiceToken } from "./secret-service-token.ts";

checkCases(secretServiceToken, {
  found: [
    textCase({
      path: "a.txt",
      code: `https://hooks.slack.com/services/T${letters("t", 10).toUpperCase()}/B${letters("b", 10).toUpperCase()}/${letters("c", 24)}\n`,
    }),
  ],
  clean: [textCase({ path: "a.js", code: `const key = "sk_live_xxxxxxxxxxxxxxxxxxxxxxxx";\n` })],
});
