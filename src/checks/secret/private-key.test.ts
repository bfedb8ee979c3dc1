import { checkCases } from "../../testing/check-cases.ts";
import { textCase } from "../../testing/text-case.ts";
import { privateKeyBlock } from "./samples.ts";
import { privateKey } from "./private-key.ts";

checkCases(privateKey, {
  found: [
    textCase({ path: "a.py", code: `KEY = """${privateKeyBlock("py")}"""\n` }),
    textCase({ path: "a.json", code: JSON.stringify({ private_key: privateKeyBlock("json") }) }),
  ],
  clean: [
    textCase({
      path: "a.md",
      code: privateKeyBlock("a").replaceAll(/^[A-Za-z0-9+/=]+$/gm, "..."),
    }),
  ],
});
