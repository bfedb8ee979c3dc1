import { defineCheck } from "../define.ts";
import { reportActs } from "./report-acts.ts";

export const archiveDeceivesReaders = defineCheck({
  meta: {
    id: "archive-deceives-readers",
    code: "PV-MODEL-013",
    title: "Readers see different members in one archive",
    asset: "model",
    severity: "high",
    confidence: "medium",
    audience: "default",
    aliases: [],
    controls: [
      "CWE-436",
      "CWE-444",
      "CWE-345",
      "OWASP-LLM03:2025",
      "OWASP-ML06:2023",
      "ATLAS:AML.T0010.003",
    ],
    why: "A scanner reads one directory and the loader another: what was checked is not what is loaded (CVE-2025-1944, CVE-2025-1945, CVE-2025-10156).",
    mend: "Get the file again from where it came and compare its hash; write it again with one tool before it is loaded.",
    blind: "Differences that no reader known to us makes.",
    since: "0.1.0",
    examples: {
      found: [
        {
          path: "model.pt",
          code: "PK\x03\x04\x14\x00\x00\x00\x00\x00\x00\x00!\x00[tT8\x02\x00\x00\x00\x02\x00\x00\x00\x0b\x00\x00\x00model/a.pkl13PK\x01\x02\x14\x00\x14\x00\x00\x00\x00\x00\x00\x00!\x00[tT8\x02\x00\x00\x00\x02\x00\x00\x00\x0b\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00model/b.pklPK\x05\x06\x00\x00\x00\x00\x01\x00\x01\x009\x00\x00\x00+\x00\x00\x00\x00\x00",
        },
      ],
      clean: [
        {
          path: "model.pt",
          code: "PK\x03\x04\x14\x00\x00\x00\x00\x00\x00\x00!\x00[tT8\x02\x00\x00\x00\x02\x00\x00\x00\x0d\x00\x00\x00model/version13PK\x01\x02\x14\x00\x14\x00\x00\x00\x00\x00\x00\x00!\x00[tT8\x02\x00\x00\x00\x02\x00\x00\x00\x0d\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00model/versionPK\x05\x06\x00\x00\x00\x00\x01\x00\x01\x00;\x00\x00\x00-\x00\x00\x00\x00\x00",
        },
      ],
    },
  },
  run: (view, report) => {
    reportActs(view, report, { kind: "deceives" });
  },
});
