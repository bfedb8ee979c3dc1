import { defineCheck } from "../define.ts";
import { aliasesOf } from "./support.ts";

export const snmpVersionInsecure = defineCheck({
  meta: {
    id: "snmp-version-insecure",
    code: "PV-CODE-042",
    title: "SNMP version 1 or 2 is used",
    asset: "python",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: ["B508", "S508"],
    controls: ["CWE-319"],
    why: "The community string, which is the password, goes over the network in clear.",
    mend: "Use SNMPv3 with authentication and encryption.",
    since: "0.1.0",
    examples: {
      found: [
        { code: 'from pysnmp.hlapi import CommunityData\nCommunityData("public", mpModel=0)\n' },
      ],
      clean: [
        { code: 'from pysnmp.hlapi import UsmUserData\nUsmUserData("user", "auth", "priv")\n' },
      ],
    },
  },
  run: ({ calls }, report) => {
    for (const call of calls("pysnmp.hlapi.CommunityData")) {
      const model = call.keyword("mpModel");
      if (model?.is(0) === true || model?.is(1) === true) report(call, aliasesOf(call));
    }
  },
});
