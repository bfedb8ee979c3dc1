import { checkCases } from "../../testing/check-cases.ts";
import { textCase } from "../../testing/text-case.ts";
import { letters } from "./samples.ts";
import { secretByName } from "./secret-by-name.ts";

checkCases(secretByName, {
  found: [
    textCase({
      path: "a.js",
      code: `fetch(u, { headers: { Authorization: "Bearer ${letters("b", 40)}" } });\n`,
    }),
    textCase({ path: "a.xml", code: "<password>Qk7-pine-Rx93</password>\n" }),
    textCase({ path: "a.sh", code: `train --api-token ${letters("o", 30)}\n` }),
  ],
  clean: [
    textCase({ path: "a.py", code: "tokenizer.pad_token = tokenizer.eos_token\n" }),
    textCase({ path: "a.json", code: `{"password_hash": "${"0a1b2c3d".repeat(4)}"}\n` }),
    textCase({ path: "a.js", code: "const token = getToken(user1, scope2);\n" }),
  ],
});
