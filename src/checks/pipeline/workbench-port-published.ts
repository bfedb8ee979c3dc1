import type { Service, Text } from "../../formats/pipeline/view.ts";
import { imageProgram } from "../../formats/command/images.ts";
import { isReachable } from "../../formats/command/ports.ts";
import { defineCheck } from "../define.ts";

/** Ports of programs that run code or show training data, and ask for no login by themselves. */
const ports: ReadonlyMap<number, string> = new Map([
  [8888, "Jupyter"],
  [6006, "TensorBoard"],
  [8265, "the dashboard of Ray"],
  [10001, "clients of Ray"],
  [8787, "the dashboard of Dask"],
]);

/** The program behind a published port; that of `host:container` counts. */
function programOf({ value }: Text): string | undefined {
  const target = /(\d{1,5})(?:\/\w+)?$/.exec(value.trim())?.[1];
  return target === undefined ? undefined : ports.get(Number(target));
}

/** What other checks know the command of is left to them. */
function isKnown({ image, isBuilt }: Service): boolean {
  return !isBuilt && image !== undefined && imageProgram(image.reference, false).length > 0;
}

export const workbenchPortPublished = defineCheck({
  meta: {
    id: "workbench-port-published",
    code: "PV-CI-027",
    title: "The port of a workbench is open to the network",
    asset: "pipeline",
    severity: "low",
    confidence: "low",
    audience: "pedantic",
    aliases: [],
    controls: ["CWE-306", "CWE-1327", "ATLAS:AML.T0049"],
    why: "Jupyter and Ray run whatever they are sent; TensorBoard shows samples of the training data.",
    mend: 'Publish it to the machine alone: `ports: ["127.0.0.1:8888:8888"]`, and set a token or a password.',
    blind:
      "Whether the program asks for a login. Commands that switch it off are found by `jupyter-no-token` and its like.",
    since: "0.1.0",
    examples: {
      found: [
        {
          path: "compose.yaml",
          code: 'services:\n  lab:\n    build: .\n    ports: ["8888:8888"]\n',
        },
      ],
      clean: [
        {
          path: "compose.yaml",
          code: 'services:\n  lab:\n    build: .\n    ports: ["127.0.0.1:8888:8888"]\n',
        },
      ],
    },
  },
  run: ({ services, stages }, report) => {
    for (const service of services) {
      for (const port of isKnown(service) ? [] : service.ports) {
        const program = isReachable(port.value) ? programOf(port) : undefined;
        if (program !== undefined)
          report(port, { message: `The port of ${program} is open to the network` });
      }
    }
    for (const { instructions } of stages) {
      for (const { name, words } of instructions) {
        for (const word of name === "EXPOSE" ? words : []) {
          const program = ports.get(Number(word.text.split("/", 1)[0]));
          if (program !== undefined)
            report(word, {
              audience: "audit",
              message: `The image is made to publish the port of ${program}`,
            });
        }
      }
    }
  },
});
