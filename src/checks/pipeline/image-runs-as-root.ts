import type { FindingDetails, Span } from "../../core/index.ts";
import type { Command } from "../../formats/command/view.ts";
import type { Stage } from "../../formats/pipeline/view.ts";
import { defineCheck } from "../define.ts";

/** Images whose own Dockerfile names a user. */
const unprivileged =
  /(?:^|\/)(?:jupyter\/|bitnami\/|bitnamilegacy\/|chainguard\/|rapidsai\/|apache\/airflow|apache\/spark|selenium\/|mambaorg\/micromamba|prefecthq\/|ubi\d+\/python|pytorch\/torchserve|kserve\/|seldonio\/|nvidia\/distroless|astronomer|mlserver|opensearchproject\/|grafana\/|prom\/)|^cgr\.dev\/|nonroot|rootless|unprivileged|^public\.ecr\.aws\/lambda|(?:^|\/)(?:sagemaker|lambda)[-/]/;

const servers =
  /^(?:uvicorn|gunicorn|hypercorn|daphne|waitress-serve|flask|fastapi|streamlit|gradio|chainlit|jupyter|jupyter-lab|jupyter-notebook|jupyterhub|mlflow|ray|serve|bentoml|torchserve|torch-model-archiver|tritonserver|mlserver|vllm|sglang|text-generation-launcher|text-embeddings-router|ollama|llama-server|tensorboard|tensorflow_model_server|litellm|langserve|http\.server|start-notebook\.(?:sh|py)|seldon-core-microservice|xinference|lmdeploy)$/;

/** The stage whose image is built when none is named, and what it begins from. */
function chainOf(last: Stage): readonly Stage[] {
  const chain: Stage[] = [];
  for (
    let stage: Stage | undefined = last;
    stage !== undefined && chain.length < 200;
    stage = stage.from
  )
    chain.unshift(stage);
  return chain;
}

/** The last `USER`; undefined where none is written. */
function userOf(
  chain: readonly Stage[],
): (Span & { readonly text: string; readonly isKnown: boolean }) | undefined {
  return chain
    .flatMap(({ instructions }) => instructions.filter(({ name }) => name === "USER"))
    .at(-1)?.words[0];
}

/** What the image serves with: a program that is known for it, or any where a port is named. */
function serverIn(commands: readonly Command[], chain: readonly Stage[]): Command | undefined {
  const last = chain.at(-1);
  if (last === undefined) return undefined;
  const own = commands.filter(({ start }) => start >= last.start && start < last.end);
  const known = own.find(
    ({ program, args }) =>
      (servers.test(program) || program.startsWith("vllm.entrypoints")) &&
      !/^(?:install|convert|--version)$/.test(args[0]?.text ?? ""),
  );
  const instructions = chain.flatMap((stage) => stage.instructions);
  if (known !== undefined || !instructions.some(({ name }) => name === "EXPOSE")) return known;
  const entries = last.instructions.filter(({ name }) => name === "CMD" || name === "ENTRYPOINT");
  return own.find(({ start }) => entries.some((each) => each.start <= start && start < each.end));
}

export const imageRunsAsRoot = defineCheck({
  meta: {
    id: "image-runs-as-root",
    code: "PV-CI-024",
    title: "A server in an image runs as root",
    asset: "pipeline",
    severity: "low",
    confidence: "medium",
    audience: "default",
    aliases: ["CKV_DOCKER_3", "CKV_DOCKER_8", "DL3002"],
    controls: ["CWE-250", "OWASP-ASI03:2026"],
    why: "Code that comes in with a model file or a request may change everything in the container, and has a shorter way to the host.",
    mend: "Before the last command: `RUN useradd --uid 10001 app` and `USER 10001`.",
    blind:
      "The user that the platform sets (`runAsUser`, `docker run --user`); whether the base image names one.",
    since: "0.1.0",
    examples: {
      found: [
        {
          path: "Dockerfile",
          code: 'FROM python:3.12-slim\nCOPY . /app\nCMD ["uvicorn", "serve:app", "--host", "0.0.0.0"]\n',
        },
      ],
      clean: [
        {
          path: "Dockerfile",
          code: 'FROM python:3.12-slim\nCOPY . /app\nUSER 10001\nCMD ["uvicorn", "serve:app", "--host", "0.0.0.0"]\n',
        },
      ],
    },
  },
  run: ({ stages, services, commands }, report) => {
    for (const { user, ports, name } of services) {
      if (user === undefined || !/^(?:root|0)(?::|$)/.test(user.value)) continue;
      const message = `\`${name}\` runs as root`;
      report(user, ports.length > 0 ? { message } : { audience: "pedantic", message });
    }
    const last = stages.at(-1);
    if (last === undefined) return;
    const chain = chainOf(last);
    const base = chain[0]?.base;
    const user = userOf(chain);
    const isRoot = user !== undefined && /^(?:root|0)(?::|$)/.test(user.text);
    if (user !== undefined && !isRoot) return;
    // A base that is passed in, or that names a user of its own, says nothing here.
    if (
      user === undefined &&
      (base === undefined ||
        !base.isKnown ||
        base.reference === "scratch" ||
        unprivileged.test(base.reference))
    )
      return;
    const server = serverIn(commands, chain);
    const where = user ?? server ?? last.base;
    const details: FindingDetails =
      server === undefined
        ? { audience: "pedantic", message: "The image names no other user than root" }
        : { message: `\`${server.program}\` runs as root` };
    report(where, details);
  },
});
