import { checkCases } from "../../testing/check-cases.ts";
import { datasetChecksumsOff } from "./dataset-checksums-off.ts";

checkCases(datasetChecksumsOff, {
  found: [
    "from datasets import load_dataset as ld\nld('a/b', verification_mode='no_checks')",
    "from datasets import load_dataset, VerificationMode\nload_dataset('a/b', verification_mode=VerificationMode.NO_CHECKS)",
    "from datasets import load_dataset\noptions = {'ignore_verifications': True}\nload_dataset('a/b', **options)",
  ],
  clean: [
    "from datasets import load_dataset\nload_dataset('a/b', verification_mode='basic_checks')",
    "def f(verification_mode='no_checks'): ...",
    "from datasets import load_dataset\nload_dataset('a/b', ignore_verifications=flag)",
  ],
});
