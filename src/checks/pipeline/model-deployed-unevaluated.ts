import type { Command } from "../../formats/command/view.ts";
import type { Job, PipelineView } from "../../formats/pipeline/view.ts";
import { defineCheck } from "../define.ts";

/** True for a command that puts a model, or a new version of one, in front of its users. */
function deploys({ program, args }: Command): boolean {
  const words = args.filter(({ text }) => !text.startsWith("-")).map(({ text }) => text);
  const has = (...parts: readonly string[]): boolean => parts.every((part) => words.includes(part));
  switch (program) {
    case "aws":
      return words[0] === "sagemaker" && /^(?:create|update)-endpoint$/.test(words[1] ?? "");
    case "gcloud":
      return has("ai", "endpoints", "deploy-model");
    case "az":
      return (
        has("ml") &&
        /^(?:online|batch)-deployment$/.test(words[1] ?? "") &&
        /^(?:create|update)$/.test(words[2] ?? "")
      );
    case "mlflow":
      return words[0] === "deployments" && /^(?:create|update)$/.test(words[1] ?? "");
    case "bentoml":
    case "modal":
    case "truss":
      return words[0] === "deploy" || words[0] === "push";
    case "kubectl":
      return (
        words[0] === "apply" &&
        /kserve|inferenceservice|seldon|triton|model/i.test(args.map(({ text }) => text).join(" "))
      );
    default:
      return false;
  }
}

const looks = /eval|valid|test|bench|metric|score|gate|promptfoo|garak|verify|robust|quality/i;

/** True for a command by whose name, or that of its script, something is measured or verified. */
function measures({ program, args }: Command): boolean {
  return (
    looks.test(program) ||
    args.slice(0, 6).some(({ text }) => text.length < 300 && looks.test(text))
  );
}

function isLookedAt({ jobs }: PipelineView, job: Job): boolean {
  // A person who has to let it through looks at it, or at least can.
  if (job.isGuardedByEnvironment) return true;
  return jobs.some(
    ({ id, steps }) =>
      looks.test(id) ||
      steps.some(({ name = "", commands }) => looks.test(name) || commands.some(measures)),
  );
}

export const modelDeployedUnevaluated = defineCheck({
  meta: {
    id: "model-deployed-unevaluated",
    code: "PV-CI-028",
    title: "A pipeline deploys a model that nothing measured",
    asset: "pipeline",
    severity: "low",
    confidence: "low",
    audience: "audit",
    aliases: [],
    controls: ["CWE-693", "OWASP-LLM05:2026", "OWASP-LLM04:2025", "OWASP-ML02:2023"],
    why: "A model that was trained on poisoned data, or that was swapped on the way, reaches its users without anybody asking how well it answers.",
    mend: "Before the deployment: a step that measures the model on data that nobody else writes to, and fails below a threshold; and `pavise verify`, so that it is that model which is deployed.",
    blind: "What is measured in another pipeline, or by a program whose name doesn't say so.",
    since: "0.1.0",
    examples: {
      found: [
        {
          path: ".github/workflows/deploy.yml",
          code: "on: push\njobs:\n  deploy:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: python train.py\n      - run: aws sagemaker update-endpoint --endpoint-name credit --endpoint-config-name new\n",
        },
      ],
      clean: [
        {
          path: ".github/workflows/deploy.yml",
          code: "on: push\njobs:\n  deploy:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: python train.py\n      - run: python evaluate.py --at-least 0.9\n      - run: aws sagemaker update-endpoint --endpoint-name credit --endpoint-config-name new\n",
        },
      ],
    },
  },
  run: (view, report) => {
    for (const job of view.jobs) {
      const command = job.steps.flatMap(({ commands }) => commands).find(deploys);
      if (command !== undefined && !isLookedAt(view, job)) report(command);
    }
  },
});
