import { defineCheck } from "../define.ts";

const noChecks = /^datasets(?:\.utils\.info_utils)?\.VerificationMode\.NO_CHECKS$/;

export const datasetChecksumsOff = defineCheck({
  meta: {
    id: "dataset-checksums-off",
    code: "PV-CODE-706",
    title: "The checksums of a data set are not verified",
    asset: "python",
    severity: "low",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: [
      "CWE-354",
      "OWASP-LLM05:2026",
      "OWASP-LLM04:2025",
      "OWASP-ML02:2023",
      "ATLAS:AML.T0020",
    ],
    why: "Files that were changed since the data set was recorded go into training without a word.",
    mend: "Leave the verification on; where it fails, find out what changed and pin another revision.",
    blind: "A mode that comes from a configuration.",
    references: ["https://huggingface.co/docs/datasets/loading"],
    since: "0.1.0",
    examples: {
      found: [
        {
          code: 'from datasets import load_dataset\nrows = load_dataset("acme/rows", verification_mode="no_checks")\n',
        },
      ],
      clean: [
        {
          code: 'from datasets import load_dataset\nrows = load_dataset("acme/rows", verification_mode="all_checks")\n',
        },
      ],
    },
  },
  run: ({ methods }, report) => {
    for (const call of methods(
      "load_dataset",
      "load_dataset_builder",
      "download_and_prepare",
      "as_streaming_dataset",
    )) {
      const mode = call.keyword("verification_mode");
      const isOff =
        mode?.is("no_checks") === true || (mode !== undefined && noChecks.test(mode.name()));
      if (isOff || call.keyword("ignore_verifications")?.is(true)) report(call);
    }
  },
});
