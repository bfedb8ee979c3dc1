import { checkCases } from "../../testing/check-cases.ts";
import { modelTampered } from "./model-tampered.ts";

checkCases(modelTampered, {
  found: [
    "changed weights.safetensors: its sha256 is 9f86d081…, signed is e3b0c442…",
    "missing a/b.bin: something",
    "added a/b.bin: something",
    "renamed a/b.bin: something",
    "unfit a/b.bin: something",
  ],
  clean: ["uncovered .gitignore: it is not covered by the signature", "", "nothing at all"],
});
