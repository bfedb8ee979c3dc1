import { defineCheck } from "../define.ts";
import { aliasesOf } from "./support.ts";

export const marshalLoad = defineCheck({
  meta: {
    id: "marshal-load",
    code: "PV-CODE-012",
    title: "marshal reads code objects and crashes on hostile data",
    asset: "python",
    severity: "medium",
    confidence: "high",
    audience: "pedantic",
    aliases: ["B302", "S302"],
    controls: ["CWE-502"],
    why: "The format holds code objects and its reader is not hardened: a crafted file crashes the interpreter or plants code.",
    mend: "Use JSON or MessagePack.",
    since: "0.1.0",
    examples: {
      found: [{ code: "import marshal\nmarshal.loads(data)\n" }],
      clean: [{ code: "import json\njson.loads(data)\n" }],
    },
  },
  run: ({ calls }, report) => {
    for (const call of calls("marshal.load", "marshal.loads")) report(call, aliasesOf(call));
  },
});
