// `config.pbtxt`, by which Triton serves a model: `model_config.proto` of
// triton-inference-server/common. The server trusts all of it.
import { parseTextMessage } from "../formats/textproto/parse.ts";
import type { Span } from "../core/index.ts";

/** What a configuration makes the server load that no model needs. */
export interface TritonThreat extends Span {
  readonly kind: "library" | "leaves" | "environment";
  readonly message: string;
}

/** The file by its name; `configs/NAME.pbtxt` is chosen by `--model-config-name`. */
export const tritonNames = /(?:^|[!/])(?:config\.pbtxt|configs\/[^!/]+\.pbtxt)$/i;

const maxTold = 50;
/** Fields that name files, which the server joins to the folder of the model. */
const files =
  /^(?:default_model_filename|cc_model_filenames\.value|output\.label_filename|model_warmup\.inputs\.value\.input_data_file|runtime)$/;
/** Fields that are part of the path of a library that is loaded. */
const parts = /^(?:backend|platform|runtime|model_repository_agents\.agents\.name)$/;
const library = /^model_operations\.op_library_filename$/;
const parameter = /^parameters\.value\.string_value$/;
const absolute = /^(?:[/\\]|[A-Za-z]:[/\\]|[a-z][a-z0-9+.-]+:\/\/)/i;
const upwards = /(?:^|[/\\])\.\.(?:[/\\]|$)/;
/** What the server puts in place of itself. */
const ownFolder = /^\$\$TRITON_MODEL_DIRECTORY(?=[/\\]|$)/;

/** Judges a configuration; what only chooses a backend is not spoken of. Total. */
export function tritonThreats(text: string): readonly TritonThreat[] {
  const threats: TritonThreat[] = [];
  for (const { path, key, value, start, end } of parseTextMessage(text).fields) {
    if (threats.length >= maxTold) break;
    const threat = judge({ path, key, value: value.trim() });
    if (threat !== undefined) threats.push({ ...threat, start, end });
  }
  return threats;
}

function judge({
  path,
  key,
  value,
}: {
  readonly path: string;
  readonly key: string | undefined;
  readonly value: string;
}): Omit<TritonThreat, keyof Span> | undefined {
  const shown = `\`${value.slice(0, 100)}\``;
  const inner = value.replace(ownFolder, ".");
  const isOutside = absolute.test(inner) || upwards.test(inner);
  if (library.test(path))
    return { kind: "library", message: `The server loads the library ${shown} before the model` };
  if (parts.test(path) && /[/\\]|\.\.|\.so$/.test(value) && value !== "model.py")
    return { kind: "library", message: `\`${path}\` is ${shown}, a part of a library's path` };
  if (files.test(path) && isOutside)
    return { kind: "leaves", message: `\`${path}\` is ${shown}, outside the folder of the model` };
  if (!parameter.test(path)) return undefined;
  const name = `\`${(key ?? "").slice(0, 60)}\``;
  if (key === "EXECUTION_ENV_PATH" && isOutside) {
    const message = `Python runs in the environment ${shown}, which is not in the folder of the model`;
    return { kind: "environment", message };
  }
  // Absolute paths are where servers in containers keep engines and tokenizers.
  if (upwards.test(inner))
    return { kind: "leaves", message: `The parameter ${name} is ${shown}, outside the folder` };
  return undefined;
}
