/** Suffixes of files in which weights are kept as pickles or as numbers alone. */
const suffix = /\.(?:safetensors|bin|pt|pth|ckpt|th)$/i;

/** True for a name that files of weights have. */
export function isWeightsName(name: string): boolean {
  return suffix.test(name);
}

/**
 * What files that hold the same weights have in common, whatever their format and however many there
 * are: `pytorch_model-00001-of-00002.bin` and `model.safetensors` are both `model`.
 */
export function weightsFamily(name: string): string {
  const cut = name.lastIndexOf("/") + 1;
  const stem = name
    .slice(cut)
    .replace(suffix, "")
    .replace(/-\d{3,6}-of-\d{3,6}$/, "")
    .replace(/^consolidated\.\d\d$/, "consolidated")
    .replace(/(^|_)pytorch_model(?=$|\.)/, "$1model");
  return name.slice(0, cut) + stem;
}

/** True for one of several files that make up weights. */
export function isShardName(name: string): boolean {
  return /-\d{3,6}-of-\d{3,6}\.\w+$/.test(name);
}
