import { writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileReason, PaviseError } from "../../core/index.ts";
import type { Given } from "../options.ts";
import type { Stage } from "../stage.ts";

/** The configuration to start from: it says nothing that is not the default. */
export const starter = `# Pavise: what to scan, and what may pass. Every key is optional.
# \`pavise checks\` lists the checks, \`pavise scan --help\` the options that override this file.
version: 1

# Who reads the report. pedantic adds hygiene; audit adds every place a reviewer would visit.
audience: default

gate:
  # The least severity that fails: none, info, low, medium, high or critical.
  fail-on: high
  # Findings less sure than this never fail: low, medium or high.
  min-confidence: low
  # Which files that could not be read whole fail the gate: report (none), stopped (those that had
  # to be given up for time or memory, as a hostile file may want) or fail (all).
  unread: stopped
  # Exceptions. The first that fits a finding decides; paths are patterns as in .gitignore.
  rules: []
  #  - path: tests/
  #    fail-on: none
  #  - control: OWASP-LLM04
  #    fail-on: medium

# What is not scanned, as patterns. .gitignore and .paviseignore are honoured without this.
exclude: []
#  - vendor/

# Findings that were judged and are allowed. A reason is needed; a date is wise.
allow: []
#  - check: torch-load-untrusted
#    path: tools/convert.py
#    reason: Reads only checkpoints that this repository builds
#    until: 2027-01-31

# Checks that are of no use here, by id, code or alias.
checks:
  disable: []

# What \`pavise attack\` attacks, and what is asked of it; docs/attack.md explains each key.
# robustness:
#   model: model.onnx
#   data: images.npy
#   labels: labels.npy
#   scale: 1/255
#   attacks:
#     - fgsm
#     - { attack: pgd, norm: linf, eps: 8/255, steps: 10 }
#   min-robust-accuracy: 0.4

# What your own functions do with values that are followed; docs/flows.md explains each key.
# flow:
#   sources:
#     - kind: model-output
#       call: acme.chat.ask
#   sinks:
#     - kind: shell
#       call: acme.shell.on_host
#       arguments: [[0, command]]
#   sanitizers:
#     - call: acme.desk.only_known
#       for: [shell]
#   guards:
#     - call: acme.desk.is_known
#       for: all

# Classes and functions of your own that model files may call, by their whole names.
# models:
#   own-names:
#     - acme.features.Scaler

# What one hostile file may cost.
# limits:
#   max-text-bytes: 8388608
#   max-notebook-bytes: 67108864
#   file-timeout-ms: 8000
#   worker-heap-mb: 512
#   max-findings-per-check: 5000
`;

/** `pavise init` */
export async function initCommand(given: Given, stage: Stage): Promise<number> {
  const [folder = ".", ...more] = given.operands;
  if (more.length > 0)
    throw new PaviseError("usage", "one folder at most", { hint: "`pavise init [FOLDER]`" });
  const file = join(folder, "pavise.yaml");
  try {
    // `wx` fails where the file exists, so that nobody's configuration is lost.
    writeFileSync(file, starter, { flag: "wx" });
  } catch (error) {
    const exists = (error as NodeJS.ErrnoException).code === "EEXIST";
    if (exists)
      throw new PaviseError("usage", `${file} is there already`, {
        hint: "Edit it, or remove it first.",
        cause: error,
      });
    throw new PaviseError("usage", `${file}: ${fileReason(error)}`, {
      hint: "Name a folder that exists.",
      cause: error,
    });
  }
  await stage.print(
    `${relative("", file) || file} is written; it says what holds by default, and how to change it.\n`,
  );
  return 0;
}
