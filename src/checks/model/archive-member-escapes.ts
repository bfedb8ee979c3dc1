import { defineCheck } from "../define.ts";
import { reportActs } from "./report-acts.ts";

export const archiveMemberEscapes = defineCheck({
  meta: {
    id: "archive-member-escapes",
    code: "PV-MODEL-012",
    title: "A model, or a member of an archive, leaves its folder",
    asset: "model",
    severity: "high",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-22", "CWE-59", "OWASP-LLM03:2025", "OWASP-ML06:2023", "ATLAS:AML.T0010.003"],
    why: "Who unpacks the archive writes where its author wants: over a start script, a key, a model beside it. Who loads a model that takes its numbers from elsewhere reads a file of the machine, and may give it away (CVE-2022-25882, CVE-2026-1669).",
    mend: "Do not unpack or load it. Take it again from where it came, or unpack only the members you know.",
    blind: "What the program that unpacks it refuses by itself.",
    since: "0.1.0",
    examples: {
      found: [
        {
          path: "model.pt",
          code: "PK\x03\x04\x14\x00\x00\x00\x00\x00\x00\x00!\x00[tT8\x02\x00\x00\x00\x02\x00\x00\x00\x08\x00\x00\x00../x.txt13PK\x01\x02\x14\x00\x14\x00\x00\x00\x00\x00\x00\x00!\x00[tT8\x02\x00\x00\x00\x02\x00\x00\x00\x08\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00../x.txtPK\x05\x06\x00\x00\x00\x00\x01\x00\x01\x006\x00\x00\x00(\x00\x00\x00\x00\x00",
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
    reportActs(view, report, { kind: "escapes" });
  },
});
