import { defineCheck } from "../define.ts";
import { isFixed, option } from "./support.ts";

/** Functions that make functions of what they read. */
const readers = [
  "node-serialize.unserialize",
  "serialize-to-js.deserialize",
  "serialize-to-js.deserializeUnsafe",
  "funcster.deepDeserialize",
  "cryo.parse",
  "js-yaml.loadUnsafe",
] as const;

export const deserializedIntoCode = defineCheck({
  meta: {
    id: "deserialized-into-code",
    code: "PV-JS-015",
    title: "Data is read by a function that runs code in it",
    asset: "javascript",
    severity: "high",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-502", "OWASP-LLM04:2026", "OWASP-LLM03:2025"],
    why: "A function in the data, a `_$$ND_FUNC$$_` or a `!!js/function`, runs here when it is read or first touched.",
    mend: "Use `JSON.parse`, or `yaml.load` with the schema it has by default.",
    blind: "Where the data comes from; `load` of js-yaml before 4, whose default did this.",
    references: ["CVE-2017-5941", "https://github.com/nodeca/js-yaml-js-types#readme"],
    since: "0.1.0",
    examples: {
      found: [
        {
          path: "a.js",
          code: 'const serialize = require("node-serialize");\nconst profile = serialize.unserialize(cookie);\n',
        },
      ],
      clean: [{ path: "a.js", code: "const profile = JSON.parse(cookie);\n" }],
    },
  },
  wants: (file) =>
    ["node-serialize", "serialize-to-js", "funcster", "cryo", "js-yaml"].some((word) =>
      file.mentions(word),
    ),
  run: (view, report) => {
    for (const call of view.calls(...readers)) {
      const data = call.positional(0);
      if (data !== undefined && !isFixed(data)) report(call);
    }
    for (const call of view.calls("js-yaml.load", "js-yaml.loadAll")) {
      const schema = option(call, "schema");
      if (schema === undefined) continue;
      const isExtended = view.hasImport("js-yaml-js-types") && schema.origin().kind === "Call";
      if (isExtended || schema.name() === "js-yaml.DEFAULT_FULL_SCHEMA") report(call);
    }
  },
});
