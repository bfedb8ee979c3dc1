import type { FindingDetails, Span } from "../../core/index.ts";
import {
  input,
  type Instruction,
  type PipelineView,
  type Stage,
} from "../../formats/pipeline/view.ts";
import { defineCheck } from "../define.ts";
import { isSecretName } from "./secrets.ts";

interface Found {
  readonly where: Span;
  readonly details: FindingDetails;
}

/** Files that hold what opens something, by the names that their programs give them. */
const files =
  /(?:^|\/)(?:\.env(?:\.(?:prod|production|staging|local|secret|secrets))?|\.netrc|\.pypirc|\.npmrc|kaggle\.json|\.aws(?:\/credentials)?|\.boto|\.ssh|id_(?:rsa|ed25519|ecdsa)|\.docker\/config\.json|\.git-credentials|\.vault-token|application_default_credentials\.json|(?:gcp|gcloud|google|service)[-_]?(?:account|credentials|key)[\w-]{0,30}\.json|credentials(?:\.(?:json|csv|ini|yaml|yml))?|secrets?\.(?:json|ya?ml|toml|env)|\.?huggingface\/(?:token|stored_tokens))\/?$/;
const harmless = /\.(?:example|sample|template|dist)$|example|sample|template/i;

/** `--from=stage` copies out of a stage that is thrown away. */
function copied({ name, words }: Instruction): Found | undefined {
  if (name !== "COPY" && name !== "ADD") return undefined;
  if (words.some(({ text }) => text.startsWith("--from="))) return undefined;
  const plain = words.filter(({ text }) => !text.startsWith("--"));
  const source = plain.slice(0, -1).find(({ text }) => files.test(text) && !harmless.test(text));
  return source === undefined
    ? undefined
    : {
        where: source,
        details: {
          severity: "medium",
          message: `\`${source.text.slice(0, 100)}\` becomes a layer of the image`,
        },
      };
}

/** `ARG HF_TOKEN`, `ENV HF_TOKEN=$HF_TOKEN`; a value that is written out is found as a secret. */
function set({ name, words, start, end }: Instruction): readonly Found[] {
  if (name !== "ARG" && name !== "ENV") return [];
  const isOld = name === "ENV" && words[0] !== undefined && !words[0].text.includes("=");
  if (isOld) {
    const [key, value] = words;
    const isSet =
      key !== undefined &&
      value !== undefined &&
      isSecretName(key.text) &&
      value.text.startsWith("$");
    return isSet ? [{ where: { start, end }, details: stays(key.text, "ENV") }] : [];
  }
  return words.flatMap((word) => {
    const equals = word.text.indexOf("=");
    const key = equals < 0 ? word.text : word.text.slice(0, equals);
    const value = equals < 0 ? "" : word.text.slice(equals + 1);
    if (!isSecretName(key)) return [];
    const isEmpty = value === "" || /^(?:none|null|false|true|0|1)$/i.test(value);
    if (name === "ARG" ? isEmpty || value.startsWith("$") : value.startsWith("$"))
      return [{ where: word, details: stays(key, name) }];
    return [];
  });
}

function stays(key: string, name: "ARG" | "ENV"): FindingDetails {
  const named = key.slice(0, 100);
  return name === "ENV"
    ? { severity: "medium", message: `\`${named}\` stays in the image for everyone who pulls it` }
    : {
        severity: "low",
        message: `\`${named}\` stays in the history of the image, with its value`,
      };
}

/** A stage that is thrown away keeps its arguments in the cache of the builder only. */
function isThrownAway(stage: Stage, { stages }: PipelineView): boolean {
  let last = stages.at(-1);
  for (let hops = 0; last !== undefined && hops < 200; hops++) {
    if (last === stage) return false;
    last = last.from;
  }
  return true;
}

function argumentsOf({ services }: PipelineView): readonly Found[] {
  return services.flatMap(({ buildArguments }) =>
    buildArguments
      .filter(({ name, value }) => isSecretName(name) && value.value !== "")
      .map((entry) => ({
        where: entry,
        details: {
          severity: "low" as const,
          message: `\`${entry.name.slice(0, 100)}\` is an argument of the build, which its history keeps`,
        },
      })),
  );
}

/** `docker build --build-arg HF_TOKEN=…`, and the input of the action that does the same. */
function handedOver({ jobs }: PipelineView): readonly Found[] {
  const details = (name: string): FindingDetails => ({
    severity: "low",
    message: `\`${name.slice(0, 100)}\` is an argument of the build, which its history keeps`,
  });
  return jobs.flatMap(({ steps }) =>
    steps.flatMap((step) => {
      const words = step.commands.flatMap(({ program, args }) =>
        /^(?:docker|podman|buildah|nerdctl|kaniko)$/.test(program)
          ? args.filter((_, at) => args[at - 1]?.text === "--build-arg")
          : [],
      );
      const found = words.flatMap((word): Found[] => {
        const [name = ""] = word.text.split("=", 1);
        return isSecretName(name) ? [{ where: word, details: details(name) }] : [];
      });
      const text =
        step.uses?.name === "docker/build-push-action" ? input(step, "build-args") : undefined;
      const names = text?.value.slice(0, 5_000).split("\n") ?? [];
      const secret = names.map((line) => line.split("=", 1)[0]?.trim() ?? "").find(isSecretName);
      return text === undefined || secret === undefined
        ? found
        : [...found, { where: text, details: details(secret) }];
    }),
  );
}

export const imageHoldsSecret = defineCheck({
  meta: {
    id: "image-holds-secret",
    code: "PV-CI-025",
    title: "A secret becomes part of an image",
    asset: "pipeline",
    severity: "medium",
    confidence: "medium",
    audience: "default",
    aliases: ["buildkit:SecretsUsedInArgOrEnv"],
    controls: ["CWE-522", "CWE-538", "OWASP-LLM02:2026", "OWASP-LLM02:2025", "ATLAS:AML.T0055"],
    why: "Whoever pulls the image reads it with `docker history` or out of a layer, also where a later line deletes it.",
    mend: "Mount it for the one command that needs it: `RUN --mount=type=secret,id=hf_token,env=HF_TOKEN hf download …`, with `docker build --secret id=hf_token,env=HF_TOKEN`; at run time take it from the environment. Write `.env` into `.dockerignore`.",
    blind: "What `COPY . .` brings along; secrets that are written out, which other checks find.",
    references: ["https://docs.docker.com/reference/build-checks/secrets-used-in-arg-or-env/"],
    since: "0.1.0",
    examples: {
      found: [
        {
          path: "Dockerfile",
          code: "FROM python:3.12\nARG HF_TOKEN\nENV HF_TOKEN=$HF_TOKEN\nRUN hf download riverbank/credit\n",
        },
      ],
      clean: [
        {
          path: "Dockerfile",
          code: "FROM python:3.12\nRUN --mount=type=secret,id=hf_token,env=HF_TOKEN hf download riverbank/credit\n",
        },
      ],
    },
  },
  run: (view, report) => {
    for (const stage of view.stages) {
      const isGone = isThrownAway(stage, view);
      for (const instruction of stage.instructions) {
        const found = [copied(instruction) ?? [], set(instruction)].flat();
        for (const { where, details } of found)
          report(where, {
            extent: instruction,
            ...details,
            ...(isGone ? { severity: "low", audience: "pedantic" } : {}),
          });
      }
    }
    for (const { where, details } of [...argumentsOf(view), ...handedOver(view)])
      report(where, details);
  },
});
