import { defineCheck } from "../define.ts";
import { aliasesOf } from "./support.ts";

const functions = [
  "Random",
  "random",
  "randrange",
  "randint",
  "choice",
  "choices",
  "uniform",
  "triangular",
  "randbytes",
  "sample",
  "getrandbits",
].map((name) => `random.${name}`);

export const randomForSecurity = defineCheck({
  meta: {
    id: "random-for-security",
    code: "PV-CODE-020",
    title: "random is predictable and unfit for secrets",
    asset: "python",
    severity: "low",
    confidence: "high",
    audience: "audit",
    aliases: ["B311", "S311"],
    controls: ["CWE-330", "CWE-338"],
    why: "From some outputs the state of the generator follows, and with it every later token or key.",
    mend: "Use `secrets` for tokens, keys and nonces; `random` is right for sampling and seeds.",
    blind: "What the number is for: every use is listed.",
    since: "0.1.0",
    examples: {
      found: [{ code: "import random\ntoken = random.random()\n" }],
      clean: [{ code: "import secrets\ntoken = secrets.token_hex()\n" }],
    },
  },
  run: ({ calls }, report) => {
    for (const call of calls(...functions)) report(call, aliasesOf(call));
  },
});
