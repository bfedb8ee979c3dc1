import { defineCheck } from "../define.ts";
import { aliasesOf } from "./support.ts";

export const snmpWithoutEncryption = defineCheck({
  meta: {
    id: "snmp-without-encryption",
    code: "PV-CODE-043",
    title: "SNMPv3 is used without encryption",
    asset: "python",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: ["B509", "S509"],
    controls: ["CWE-319"],
    why: "What is asked and answered can be read on the way.",
    mend: "Give an authentication key and a privacy key.",
    since: "0.1.0",
    examples: {
      found: [{ code: 'from pysnmp.hlapi import UsmUserData\nUsmUserData("user")\n' }],
      clean: [
        { code: 'from pysnmp.hlapi import UsmUserData\nUsmUserData("user", "auth", "priv")\n' },
      ],
    },
  },
  run: ({ calls }, report) => {
    for (const call of calls("pysnmp.hlapi.UsmUserData")) {
      if (call.node.args.length < 3 && !call.hasUnknownArguments()) report(call, aliasesOf(call));
    }
  },
});
