import { input, type Job, type Step } from "../../formats/pipeline/view.ts";
import { defineCheck } from "../define.ts";
import { pushesImage } from "./publishing.ts";
import { scansImage } from "./scanners.ts";

/** True where the name that is pushed is the one that others pull. */
function isReleased(step: Step): boolean {
  const tags = input(step, "tags")?.value ?? "";
  const words = step.commands.flatMap(({ args }) => args.map(({ text }) => text));
  return [...tags.split(/[\n,]/), ...words].some((each) =>
    /:(?:latest|stable|prod(?:uction)?|release)$/.test(each.trim()),
  );
}

function lateScan({ steps }: Job): { readonly push: Step; readonly scan: Step } | undefined {
  const first = steps.findIndex(pushesImage);
  const scanned = steps.findIndex(scansImage);
  const [push, scan] = [steps[first], steps[scanned]];
  return push === undefined || scan === undefined || scanned <= first ? undefined : { push, scan };
}

export const scanAfterPush = defineCheck({
  meta: {
    id: "scan-after-push",
    code: "PV-CI-023",
    title: "An image is scanned when it is out already",
    asset: "pipeline",
    severity: "low",
    confidence: "medium",
    audience: "default",
    aliases: [],
    controls: [
      "CWE-693",
      "OWASP-LLM04:2026",
      "OWASP-LLM03:2025",
      "OWASP-ML06:2023",
      "ATLAS:AML.T0010.004",
    ],
    why: "Whoever pulls the name gets the image, whatever the scan says afterwards.",
    mend: "Build with `load: true`, scan, then push; or push under a name of the commit and give it the name that others pull when the scan is through.",
    blind: "Scans in other jobs; registries that scan by themselves.",
    since: "0.1.0",
    examples: {
      found: [
        {
          path: ".github/workflows/image.yml",
          code: "on: push\njobs:\n  image:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: docker build -t riverbank/serve:latest . && docker push riverbank/serve:latest\n      - run: trivy image --exit-code 1 riverbank/serve:latest\n",
        },
      ],
      clean: [
        {
          path: ".github/workflows/image.yml",
          code: "on: push\njobs:\n  image:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: docker build -t riverbank/serve:latest .\n      - run: trivy image --exit-code 1 riverbank/serve:latest\n      - run: docker push riverbank/serve:latest\n",
        },
      ],
    },
  },
  run: ({ jobs }, report) => {
    for (const job of jobs) {
      const found = lateScan(job);
      if (found === undefined) continue;
      const { push, scan } = found;
      const where = push.uses ?? push.scripts[0] ?? push;
      const details = isReleased(push) ? {} : { audience: "pedantic" as const };
      report(where, {
        extent: { start: push.start, end: Math.max(push.end, scan.end) },
        ...details,
      });
    }
  },
});
