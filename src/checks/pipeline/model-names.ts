import type { Command, Word } from "../../formats/command/view.ts";
import type { Job, PipelineView } from "../../formats/pipeline/view.ts";

/** Formats that run code when they are loaded, or commonly hold one that does. */
const running =
  /\.(?:pkl|pickle|joblib|dill|pt|pth|ckpt|h5|keras|mar|nemo|npy|npz|t7|model\.bin)(?:["']?$|\?|\})/i;
const others =
  /\.(?:safetensors|gguf|ggml|onnx|tflite|engine|plan|mlmodel|pdparams|params|bst|cbm|ubj)(?:["']?$|\?)/i;
/** Archives of SageMaker and Vertex, and weights of the hub by their usual names. */
const archives =
  /(?:^|[/_.-])models?(?:[\w.-]{0,60})\.(?:tar\.gz|tgz|zip|tar)(?:["']?$|\?)|(?:pytorch_model|adapter_model|model)[\w.-]{0,30}\.bin(?:["']?$|\?)/i;

/** How a file that is named here counts when nobody knows who wrote it; undefined for no model. */
export function modelFormat(text: string): "runs" | "data" | undefined {
  const name = text.slice(-1_000);
  if (running.test(name) || archives.test(name)) return "runs";
  return others.test(name) ? "data" : undefined;
}

const digests =
  /^(?:sha(?:1|224|256|384|512)sum|shasum|md5sum|b2sum|b3sum|cksum|gpg|gpgv|cosign|minisign|signify|model_signing|model-signing|pavise|dvc|sigstore|notation|in-toto-verify|slsa-verifier)$/;

/** True where a digest or a signature is looked at by one of the commands. */
export function verifies(commands: readonly Command[]): boolean {
  return commands.some(
    ({ program, args }) =>
      digests.test(program) ||
      (program === "openssl" && args[0]?.text === "dgst") ||
      (program === "aws" && args.some(({ text }) => text === "--checksum-mode")) ||
      args.some(({ text }) => /^--(?:checksum|sha256|integrity)(?:=|$)/.test(text)),
  );
}

const scanners =
  /^(?:pavise|modelscan|picklescan|fickling|modelaudit|model_signing|model-signing|cosign|sigstore|gpg|notation|garak)$/;

/** True where anything looks at a model, or signs it, before it leaves. */
export function isLookedAt(view: PipelineView): boolean {
  if (view.commands.some(({ program }) => scanners.test(program))) return true;
  return view.jobs.some(({ steps }) =>
    steps.some(({ uses }) =>
      /(?:^|\/)(?:pavise|modelscan|picklescan|modelaudit)|sigstore\/|attest-build-provenance|slsa-framework\//.test(
        uses?.name ?? "",
      ),
    ),
  );
}

/** A copy between a bucket and the machine. */
export interface Copy {
  readonly where: Word;
  readonly path: string;
  readonly direction: "down" | "up";
}

const bucket = /^(?:s3|gs|gcs|az|abfss?|hdfs|oss|cos|minio):\/\/|\.blob\.core\.windows\.net\//;

/** `aws s3 cp`, `gsutil cp`, `gcloud storage cp`, `azcopy copy`, `rclone copy`, `mc cp`. */
export function copyOf({ program, args }: Command): Copy | undefined {
  const words = args.filter(({ text }) => !text.startsWith("-"));
  const verb = words.findIndex(({ text }) =>
    /^(?:cp|copy|sync|rsync|mv|copyto|download|upload)$/.test(text),
  );
  if (verb < 0 || !/^(?:aws|gsutil|gcloud|azcopy|rclone|mc|s5cmd|s3cmd|ossutil)$/.test(program))
    return undefined;
  const [from, to] = words.slice(verb + 1);
  if (from === undefined || to === undefined) return undefined;
  const [isDown, isUp] = [bucket.test(from.text), bucket.test(to.text)];
  if (isDown === isUp) return undefined;
  return { where: from, path: from.text, direction: isDown ? "down" : "up" };
}

/** The commands of the job, or of all that is not in a job. */
export function commandsAround(view: PipelineView, job: Job | undefined): readonly Command[] {
  return job === undefined ? view.commands : job.steps.flatMap(({ commands }) => commands);
}
