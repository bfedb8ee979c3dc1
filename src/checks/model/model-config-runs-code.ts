import type { FindingDetails } from "../../core/index.ts";
import { nameOf, type Setting } from "../../formats/setting/view.ts";
import { isDangerousPath } from "../../load/names.ts";
import { defineCheck } from "../define.ts";

/** Files of a model's repository that its loader reads. */
const configs =
  /(?:^|\/)(?:\w*config|modules|model_index|adapter_config|preprocessor_config|processor_config|tokenizer_config)\.json$/;

function judge(setting: Setting): FindingDetails | undefined {
  const { key, value } = setting;
  const name = nameOf(setting);
  if (/(?:^|\.)auto_map\./.test(`${key}.`) || /(?:^|\.)auto_map$/.test(key)) {
    const other = /^([\w.-]+\/[\w.-]+)--/.exec(value)?.[1];
    // Files of the folder itself are seen with it (`model-folder-runs-code`).
    return other === undefined
      ? undefined
      : { message: `Loading runs code from another repository, \`${other}\`` };
  }
  if (/^_?attn_implementation(?:_internal)?$/.test(name) && /[/:]/.test(value))
    return {
      severity: "critical",
      message: `Loading fetches and runs a kernel from \`${value.slice(0, 100)}\` (CVE-2026-4372)`,
    };
  if (name === "custom_pipeline" || name === "custom_pipelines")
    return {
      severity: "medium",
      message: `Loading runs the code of a pipeline of its own (\`${value.slice(0, 100)}\`)`,
    };
  if (/(?:^|\.)auto_mapping\.parent_library$/.test(key) && !baseLibraries.test(value))
    return {
      message: `Loading the adapter imports \`${value.slice(0, 100)}\` by its name`,
    };
  if (/^custom_ops_library$/.test(name) && value !== "" && value !== "null")
    return { message: `Loading loads the library \`${value.slice(0, 100)}\` with machine code` };
  if (activations.test(key) && value.includes(".") && isForeign(value))
    return { message: `Loading imports \`${value.slice(0, 100)}\` by its name and calls it` };
  return undefined;
}

/** Where Sentence Transformers takes a function from by its name (`import_from_string`). */
const activations =
  /(?:^|\.)(?:activation_function|sbert_ce_default_activation_function|sentence_transformers\.activation_fn)$/;

function isForeign(value: string): boolean {
  return (
    /^[\w.]+$/.test(value) &&
    (!/^(?:torch|transformers|sentence_transformers)\./.test(value) || isDangerousPath(value))
  );
}

/** A part of a pipeline of Diffusers, which is imported from the library that is named first. */
function partThreat(parts: ReadonlyMap<string, readonly Setting[]>): readonly Setting[] {
  return [...parts.values()].flatMap(([library, kind]) =>
    library !== undefined && kind !== undefined && isDangerousPath(`${library.value}.${kind.value}`)
      ? [library]
      : [],
  );
}

/** Where PEFT takes the class of a base model from, as it writes it itself. */
const baseLibraries =
  /^(?:(?:transformers|diffusers|sentence_transformers|peft|torch|timm|torchvision|open_clip)(?:\.\w+)*|__main__|null|)$/;

export const modelConfigRunsCode = defineCheck({
  meta: {
    id: "model-config-runs-code",
    code: "PV-MODEL-015",
    title: "The configuration of a model names code that runs when it is loaded",
    asset: "setting",
    severity: "high",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-829", "CWE-94", "OWASP-LLM03:2025", "OWASP-ML06:2023", "ATLAS:AML.T0010.003"],
    why: "Whoever loads the model with `trust_remote_code=True`, or with a version that does not ask, runs what the file names; of another repository that is whatever is there that day. PEFT imports what an adapter names as the library of its base without asking.",
    mend: "Use a model whose class is part of the library. Else read the code, keep it beside the model, and pin the revision.",
    blind:
      "Whether the loader is told to trust the code; files of the folder itself, which `model-folder-runs-code` is about.",
    since: "0.1.0",
    references: ["CVE-2026-4372"],
    examples: {
      found: [
        {
          path: "config.json",
          code: '{"model_type": "llama", "auto_map": {"AutoModel": "someone/else--modeling.Net"}}',
        },
        {
          path: "adapter_config.json",
          code: '{"peft_type": "LORA", "auto_mapping": {"base_model_class": "X", "parent_library": "someones_package"}}',
        },
        {
          path: "config.json",
          code: '{"model_type": "llama", "_attn_implementation": "someone/kernel"}',
        },
      ],
      clean: [
        { path: "config.json", code: '{"model_type": "llama", "_attn_implementation": "sdpa"}' },
      ],
    },
  },
  wants: (file) => configs.test(file.path),
  run: ({ settings, path }, report) => {
    if (!configs.test(path)) return;
    for (const setting of settings) {
      const details = judge(setting);
      if (details !== undefined) report(setting, details);
    }
    if (!path.endsWith("model_index.json")) return;
    for (const setting of partThreat(Map.groupBy(settings, ({ key }) => key.replace(/\.\d+$/, ""))))
      report(setting, {
        message: `Loading imports \`${setting.value.slice(0, 100)}\` by its name, and calls a function of it`,
      });
  },
});
