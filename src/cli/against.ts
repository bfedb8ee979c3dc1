import { recordNameOf } from "../integrity/against/load.ts";
import type { AgainstOptions } from "../integrity/against/verify.ts";
import { liveLine } from "./live-line.ts";
import type { Given, OptionSpec } from "./options.ts";
import type { Stage } from "./stage.ts";

/** Options of commands that compare a model with what was recorded of it. */
export const againstOptions: readonly OptionSpec[] = [
  {
    name: "against",
    value: "RECORD",
    about:
      "Compare the model with what training or a registry has on record. May be repeated: each has to hold.",
  },
  {
    name: "mlflow-uri",
    value: "URL",
    about: "The MLflow server; MLFLOW_TRACKING_URI otherwise.",
  },
  {
    name: "hf-endpoint",
    value: "URL",
    about: "The Hugging Face Hub; HF_ENDPOINT or the public one otherwise.",
  },
];

/** What a RECORD can be, for help. */
export const againstNotes: readonly string[] = [
  "RECORD is one of: attestation:FILE (in-toto, a DSSE envelope, a Sigstore bundle, a model.sig); mlflow:models:/NAME/VERSION or models:/NAME@ALIAS; hf:ORG/NAME@REVISION or hf:datasets/ORG/NAME@REVISION; oci:REGISTRY/REPOSITORY:TAG@sha256:…, the folder of an OCI layout or the file of a manifest; lfs:REPOSITORY@REVISION or the file of a pointer; dvc:FILE; croissant:FILE; sha256sums:FILE; sha256:HEX. With --against nobody has to be trusted; where somebody is, the signature has to hold as well, and so do those of attestations.",
  "Servers are asked only where --against names them, for lists and manifests, never for weights. Credentials: MLFLOW_TRACKING_TOKEN or MLFLOW_TRACKING_USERNAME and MLFLOW_TRACKING_PASSWORD, HF_TOKEN, `auths` of ~/.docker/config.json. What only MD5 or SHA-1 or an unsigned statement says is told as weak evidence, and alone comes to missing-evidence.",
];

const startMs = 2_000;

/** Says on a terminal which record is being read, where that takes longer than two seconds. */
export function recordLine(stage: Stage): {
  readonly show: (kind: string) => void;
  readonly clear: () => void;
} {
  if (!stage.live) return { show: () => {}, clear: () => {} };
  let timer: NodeJS.Timeout | undefined;
  const line = liveLine(stage);
  const clear = (): void => {
    clearTimeout(timer);
    line.clear();
  };
  return {
    clear,
    show: (kind) => {
      clear();
      timer = setTimeout(() => line.draw(`reading the record: ${kind}`), startMs);
    },
  };
}

/** The records that were asked for, and where the servers are; undefined where there are none. */
export function againstOf(
  given: Given,
): Pick<AgainstOptions, "records" | "mlflowUri" | "hubEndpoint" | "env"> | undefined {
  const values = given.options.filter(({ name }) => name === "against");
  if (values.length === 0) return undefined;
  return {
    records: values.map(({ value }) => recordNameOf(value)),
    mlflowUri: given.last("mlflow-uri"),
    hubEndpoint: given.last("hf-endpoint"),
    env: process.env,
  };
}
