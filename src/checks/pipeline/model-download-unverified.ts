import type { FindingDetails, Span } from "../../core/index.ts";
import { flag, option, type Command } from "../../formats/command/view.ts";
import type { Job, PipelineView } from "../../formats/pipeline/view.ts";
import { viewPython } from "../../formats/python/view.ts";
import { isCommit } from "../code/artifacts.ts";
import { hubDownloadUnpinned } from "../code/hub-download-unpinned.ts";
import { torchHubUnpinned } from "../code/torch-hub-unpinned.ts";
import { addressesOf } from "../command/downloads.ts";
import { defineCheck } from "../define.ts";
import { commandsAround, copyOf, modelFormat, verifies } from "./model-names.ts";
import { documentsIn, snippetsOf, type Snippet } from "./snippets.ts";

interface Found {
  readonly where: Span;
  readonly details: FindingDetails;
}

const pedantic = { audience: "pedantic" } as const;

/** Programs that fetch a model or data by its name, of which no version can be told beforehand. */
function byName({ program, args }: Command): string | undefined {
  const words = args.filter(({ text }) => !text.startsWith("-")).map(({ text }) => text);
  const name = words.at(-1) ?? "";
  if (program === "ollama" && words[0] === "pull") return `the model \`${name}\``;
  if (program === "gdown" && words.length > 0) return `\`${name}\``;
  if (program === "spacy" && words[0] === "download") return `the pipeline \`${words[1] ?? ""}\``;
  if (program === "kaggle" && words.includes("download")) return `\`${name}\``;
  if (program === "nltk.downloader" && name !== "") return `the data \`${name}\``;
  if (program === "git" && words[0] === "lfs" && words[1] === "clone") return `\`${name}\``;
  return undefined;
}

/** A file of weights that comes by its address. */
function byAddress(command: Command): Found | undefined {
  for (const word of addressesOf(command)) {
    const format = modelFormat(word.text);
    // Over plain HTTP there is more to say, and another check says it.
    if (format === undefined || /^http:/i.test(word.text)) continue;
    const commit = /huggingface\.co\/[^\s"']{1,200}\/resolve\/([^/]+)\//.exec(word.text)?.[1];
    if (commit !== undefined && isCommit(commit)) continue;
    const message = "A model is downloaded, and nothing compares its digest";
    return { where: word, details: format === "runs" ? { message } : { ...pedantic, message } };
  }
  return undefined;
}

function byCopy(command: Command): Found | undefined {
  const copy = copyOf(command);
  if (copy?.direction !== "down") return undefined;
  const format = modelFormat(copy.path);
  if (format === undefined) return undefined;
  const message = "A model is taken from a bucket, and nothing compares its digest";
  return { where: copy.where, details: format === "runs" ? { message } : { ...pedantic, message } };
}

/** Servers that fetch the model that they are told to serve. */
function byServer(command: Command): Found | undefined {
  const { program, args } = command;
  const isServer =
    /^(?:vllm|vllm\.entrypoints\.\S+|text-generation-launcher|text-embeddings-router|sglang\.launch_server|llama-server|lmdeploy)$/.test(
      program,
    );
  if (!isServer) return undefined;
  const serve = args.findIndex(({ text }) => text === "serve");
  const word =
    option(command, "--model", "--model-id", "--model-path", "-hf", "--hf-repo") ??
    (serve < 0 ? undefined : args[serve + 1]);
  if (word === undefined || !word.isKnown || !/^[\w.-]+\/[\w.:-]+$/.test(word.text))
    return undefined;
  if (isCommit(option(command, "--revision", "--hf-revision")?.text ?? "")) return undefined;
  const message = `The server takes \`${word.text.slice(0, 100)}\` as it is when it starts`;
  const runsCode = flag(command, "--trust-remote-code", "--trust_remote_code") !== undefined;
  return { where: word, details: runsCode ? { message } : { ...pedantic, message } };
}

/** Python inside of a script, asked as a file of its own would be. */
function byPython(path: string, { code, where }: Snippet): readonly Found[] {
  if (code.length > 50_000 || !/from_pretrained|download|hub|pipeline|load/.test(code)) return [];
  const view = viewPython({ path, text: code });
  const found: Found[] = [];
  const report = (_: Span, details: FindingDetails = {}): void => {
    const {
      severity = "low",
      audience,
      message = "A model is downloaded without naming a commit",
    } = details;
    found.push({
      where,
      details: { severity, message, ...(audience === undefined ? {} : { audience }) },
    });
  };
  hubDownloadUnpinned.run(view, report);
  torchHubUnpinned.run(view, report);
  return found.slice(0, 5);
}

function* findIn(view: PipelineView, job: Job | undefined): Generator<Found> {
  const commands = commandsAround(view, job);
  const isVerified = verifies(commands);
  for (const command of commands) {
    const server = byServer(command);
    if (server !== undefined) yield server;
    if (isVerified) continue;
    const name = byName(command);
    if (name !== undefined)
      yield {
        where: command,
        details: { ...pedantic, message: `${name.slice(0, 100)} is whatever is there today` },
      };
    const found = byAddress(command) ?? byCopy(command);
    if (found !== undefined) yield found;
  }
  const scripts = job?.steps.flatMap((step) => step.scripts) ?? [];
  const documents =
    view.system === "dockerfile"
      ? documentsIn({
          value: view.text,
          language: "shell",
          place: (start, end) => ({ start, end }),
        })
      : scripts.flatMap(documentsIn);
  for (const snippet of [...snippetsOf(commands), ...documents])
    yield* byPython(view.path, snippet);
}

export const modelDownloadUnverified = defineCheck({
  meta: {
    id: "model-download-unverified",
    code: "PV-CI-020",
    title: "A model comes into a pipeline or an image unverified",
    asset: "pipeline",
    severity: "low",
    confidence: "medium",
    audience: "default",
    aliases: [],
    controls: [
      "CWE-494",
      "CWE-829",
      "OWASP-LLM04:2026",
      "OWASP-LLM03:2025",
      "OWASP-ML06:2023",
      "ATLAS:AML.T0010.003",
    ],
    why: "Whoever can write to the bucket or the account changes the model under you; a pickle among them runs code in the pipeline, with its secrets.",
    mend: 'Name the commit (`revision="<40 hex>"`, `--revision <40 hex>`), or compare a digest that is kept in the repository: `echo "<sha256>  model.pt" | sha256sum --check`; `dvc pull` and `pavise verify` do the same.',
    blind:
      "Models that a program fetches when it runs; names in variables. `hf download` is a matter of `hub-download-unpinned-command`.",
    since: "0.1.0",
    examples: {
      found: [
        {
          path: "Dockerfile",
          code: "FROM python:3.12\nRUN curl -fsSLo /models/net.pt https://files.riverbank.example/net.pt\n",
        },
      ],
      clean: [
        {
          path: "Dockerfile",
          code: "FROM python:3.12\nCOPY net.sha256 .\nRUN curl -fsSLo net.pt https://files.riverbank.example/net.pt && sha256sum --check net.sha256\n",
        },
      ],
    },
  },
  run: (view, report) => {
    const jobs = view.jobs.length === 0 ? [undefined] : view.jobs;
    for (const job of jobs)
      for (const { where, details } of findIn(view, job)) report(where, details);
  },
});
