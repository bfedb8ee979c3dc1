import { leavesFolder } from "../../load/places.ts";
import { defineCheck } from "../define.ts";

export const weightsLeaveFolder = defineCheck({
  meta: {
    id: "weights-leave-folder",
    code: "PV-MODEL-031",
    title: "Weights of a model are read from outside its folder",
    asset: "folder",
    severity: "high",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-22", "CWE-59", "OWASP-LLM03:2025", "OWASP-ML06:2023", "ATLAS:AML.T0010.003"],
    why: "Whoever loads the model reads, as numbers, a file of the machine that the author has chosen: what the model answers, or what is saved of it, gives that file away (CVE-2022-25882, CVE-2026-27489).",
    mend: "Do not load the model. Get it again from where it came; the files of its weights stand beside it.",
    blind: "Links that are made after the scan; mounts.",
    since: "0.1.0",
    references: [
      "CVE-2022-25882",
      "CVE-2024-27318",
      "CVE-2026-27489",
      "CVE-2026-34446",
      "CVE-2026-34447",
    ],
    examples: {
      found: [
        {
          path: "folder.txt",
          code: '== model.safetensors.index.json\n{"weight_map": {"w": "../../secrets/model-00001-of-00001.safetensors"}}\n',
        },
      ],
      clean: [
        {
          path: "folder.txt",
          code: '== model.safetensors.index.json\n{"weight_map": {"w": "model-00001-of-00001.safetensors"}}\n== model-00001-of-00001.safetensors\n\n',
        },
      ],
    },
  },
  run: ({ parts }, report) => {
    for (const { mentions } of parts)
      for (const { role, name, found, where } of mentions) {
        const shown = `\`${name.slice(0, 100)}\``;
        if (role === "shard" && leavesFolder(name))
          report(where, { message: `The index takes weights from ${shown}, outside the folder` });
        if (role !== "data") continue;
        // Paths that leave by themselves are said of the file (`archive-member-escapes`).
        if (found.kind === "link-outside")
          report(where, {
            message: `${shown}, from which tensors are read, is a link to \`${found.leads.slice(0, 100)}\`, outside the folder (CVE-2026-27489)`,
          });
        else if (found.kind === "file" && found.links > 1)
          report(where, {
            message: `${shown}, from which tensors are read, has ${found.links - 1} more ${found.links === 2 ? "name" : "names"} in the file system: it may be a file from elsewhere (CVE-2026-34446)`,
            severity: "low",
            confidence: "low",
          });
      }
  },
});
