import type { FindingDetails } from "../../core/index.ts";
import type { Instruction } from "../../formats/pipeline/view.ts";
import { defineCheck } from "../define.ts";
import { modelFormat } from "./model-names.ts";

function judge({ words }: Instruction, text: string): FindingDetails | undefined {
  const checksum = words.some((word) => word.text.startsWith("--checksum="));
  if (checksum) return undefined;
  if (/^(?:git@|https?:\/\/[^?#]+\.git(?:#|$))/.test(text)) {
    const ref = text.split("#", 2)[1]?.split(":", 1)[0] ?? "";
    return /^[0-9a-f]{40}$/.test(ref)
      ? undefined
      : { message: "A repository is added as it is today" };
  }
  if (/^http:/i.test(text))
    return {
      severity: "medium",
      message: "A file is added that comes over plain HTTP, without a digest",
    };
  const what = modelFormat(text) === undefined ? "A file" : "A model";
  return { message: `${what} is added from the network without a digest` };
}

export const imageAddsRemote = defineCheck({
  meta: {
    id: "image-adds-remote",
    code: "PV-CI-026",
    title: "An image takes a file from the network without a digest",
    asset: "pipeline",
    severity: "low",
    confidence: "high",
    audience: "default",
    aliases: ["CKV_DOCKER_4", "DL3020"],
    controls: [
      "CWE-829",
      "CWE-494",
      "OWASP-LLM04:2026",
      "OWASP-LLM03:2025",
      "OWASP-ML06:2023",
      "ATLAS:AML.T0010.001",
    ],
    why: "Whoever controls the host decides what is in the image; nobody can tell two builds apart.",
    mend: "`ADD --checksum=sha256:<digest> https://… /models/`, or a file that is in the repository.",
    since: "0.1.0",
    examples: {
      found: [
        {
          path: "Dockerfile",
          code: "FROM python:3.12\nADD https://files.riverbank.example/net.pt /models/\n",
        },
      ],
      clean: [
        {
          path: "Dockerfile",
          code: "FROM python:3.12\nADD --checksum=sha256:0f3a1c2b4d5e6f708192a3b4c5d6e7f8091827360f3a1c2b4d5e6f7081920000 https://files.riverbank.example/net.pt /models/\n",
        },
      ],
    },
  },
  run: ({ stages }, report) => {
    for (const { instructions } of stages) {
      for (const instruction of instructions) {
        if (instruction.name !== "ADD") continue;
        for (const word of instruction.words.slice(0, -1)) {
          const details = /^(?:https?:\/\/|git@)/i.test(word.text)
            ? judge(instruction, word.text)
            : undefined;
          if (details !== undefined) report(word, { extent: instruction, ...details });
        }
      }
    }
  },
});
