import type { CommandSpec } from "./options.ts";

/** What `pavise aibom` takes. */
export const aibomSpec: CommandSpec = {
  name: "aibom",
  summary: "Write a bill of materials of a model: CycloneDX or SPDX, with its model card.",
  operands: "MODEL",
  options: [
    {
      name: "format",
      short: "f",
      value: "NAME",
      about: "cyclonedx-1.7 (default), cyclonedx-1.6, spdx-3.0.1 or terminal. May be repeated.",
    },
    {
      name: "output",
      short: "o",
      value: "FILE",
      about: "Write the format before it to this file instead of standard output.",
    },
    {
      name: "signature",
      short: "s",
      value: "FILE",
      about:
        "A signature or attestation to refer to, with its digest; model.sig in the folder or FILE.sig beside a file otherwise. May be repeated.",
    },
    {
      name: "profile",
      value: "NAME",
      about: "Say which elements of a list are there: g7-2026.",
    },
    { name: "fail-on-missing", about: "Exit with 1 where an element of the profile is missing." },
    { name: "name", value: "NAME", about: "The model's name, instead of what its files say." },
    { name: "model-version", value: "VERSION", about: "The model's version." },
    { name: "supplier", value: "NAME", about: "Who made the model." },
    { name: "released", value: "TIME", about: "When the model was released, ISO 8601." },
    { name: "author", value: "NAME", about: "Who writes the bill." },
    {
      name: "timestamp",
      value: "TIME",
      about: "The time of the bill, ISO 8601; that of SOURCE_DATE_EPOCH, or now, otherwise.",
    },
    {
      name: "ignore",
      value: "PATH",
      about: "Leave this path of the model out. May be repeated.",
    },
    { name: "allow-symlinks", about: "Follow links; otherwise they are left out, and it is told." },
    {
      name: "jobs",
      short: "j",
      value: "N",
      about: "Threads; as many as there are processors otherwise.",
    },
  ],
  notes: [
    "Nothing is loaded and nothing is asked of a network: the bill says what the files of the model say (model card, config.json, adapter_config.json, MLmodel, Croissant, headers of GGUF and safetensors, requirements), and the SHA-256 of each. What they do not say is left out.",
    "Attestations beside the model (MODEL.*.intoto.json) are referred to as well. Signatures are not verified here: `pavise verify` does that.",
  ],
  examples: [
    ["pavise aibom model/ -o aibom.json", "CycloneDX 1.7"],
    ["pavise aibom model/ -f spdx-3.0.1 -o aibom.spdx.json", "SPDX 3.0.1 with its AI profile"],
    [
      "pavise aibom model/ -f terminal --profile g7-2026 --fail-on-missing",
      "what is missing of the G7's list",
    ],
  ],
};
