// Keys of configurations under which a name stands that is imported and called with what stands beside it, by
// others than Hydra: LightningCLI (`class_path`), latent-diffusion (`target` and `params`), AllenNLP (`type`), Rasa
// (`uses`); and texts that are evaluated: those of MONAI's bundles that begin with `$`, and YOLOv5's layers.
import { isDangerousPath } from "./names.ts";

/** What no configuration means but as the function itself. */
const runner =
  /^(?:(?:os|posix|nt)\.(?:system|popen|exec[lv]p?e?|spawn[lv]p?e?|posix_spawn)|subprocess\.(?:Popen|run|call|check_call|check_output|getoutput|getstatusoutput)|(?:builtins|__builtin__)\.(?:eval|exec|compile|__import__)|pty\.spawn|runpy\.run_(?:path|module)|importlib\.import_module|ctypes\.CDLL|code\.interact|timeit\.timeit|pickle\.loads?|marshal\.loads)$/;
const naming = new Set(["type", "uses", "callable"]);
/** Python that reaches out, in a text that is evaluated. */
const evaluated =
  /__import__\s*\(|\b(?:os\.(?:system|popen)|subprocess\.\w+|eval|exec|urlopen)\s*\(/;

/** One setting, by its keys from the outermost on. */
export interface NamedSetting {
  readonly keys: readonly string[];
  readonly value: string;
  /** True where a key stands beside it. */
  readonly hasBeside: (key: string) => boolean;
}

/** What is called or evaluated when a configuration is read; undefined where that is nothing. */
export function configThreat({ keys, value, hasBeside }: NamedSetting): string | undefined {
  const names = keys.filter((key) => !/^\d+$/.test(key));
  const last = names.at(-1) ?? "";
  const text = value.trim();
  const shown = `\`${text.slice(0, 100)}\``;
  const isNamed =
    last === "_target_" || last === "class_path"
      ? isDangerousPath(text)
      : runner.test(text) && (naming.has(last) || (last === "target" && hasBeside("params")));
  if (isNamed) return `${shown} is called when the configuration is read`;
  const isLayer = names.length === 1 && (last === "backbone" || last === "head");
  if ((isLayer || /^\$(?![({])/.test(text)) && text.length < 10_000 && evaluated.test(text))
    return `${shown} is evaluated when the configuration is read`;
  return undefined;
}

/** What a text has in which something of the kind may stand. */
export const configSigns =
  /_target_|class_path|"\$|\b(?:os\.(?:system|popen)|subprocess\.|builtins\.|importlib\.|runpy\.|__import__)/;
