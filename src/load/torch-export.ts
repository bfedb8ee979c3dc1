// `.pt2` of torch.export and AOTInductor: `torch/export/pt2_archive/_package.py` of PyTorch 2.9. Numbers
// are kept raw beside a JSON that says what they are, and by a word in it they are a pickle that
// `torch.load` reads with `weights_only=False`.
import type { ListingLine } from "./listing.ts";

interface Member {
  readonly name: string;
  readonly read: (limit: number) => Buffer | undefined;
}

const configs = /(?:^|\/)data\/(?:weights|constants)\/[^/]*config\.json$/;
const sources = /(?:^|\/)data\/aotinductor\/.*\.(?:cpp|cc|cxx|cu)$/;
const maxConfig = 16 * 1024 * 1024;
const maxTold = 20;

/** What such an archive has that is no data. */
export function exportLines(members: readonly Member[]): readonly ListingLine[] {
  const lines: ListingLine[] = [];
  for (const { name, read } of members) {
    if (lines.length >= maxTold) break;
    const shown = JSON.stringify(name.slice(0, 120));
    if (sources.test(name))
      lines.push({
        text: `# ${shown}: source of machine code`,
        acts: [
          {
            kind: "native",
            message: `The member ${shown} is source from which machine code is made`,
          },
        ],
      });
    else if (configs.test(name)) {
      const text = read(maxConfig)?.toString("utf8") ?? "";
      const pickled = pickledIn(text);
      const first = pickled[0];
      if (first === undefined) continue;
      const more = pickled.length === 1 ? "" : ` and ${pickled.length - 1} more`;
      const message = `Loading reads ${JSON.stringify(first.slice(0, 80))}${more} as a pickle that may call anything (\`use_pickle\` in ${shown})`;
      lines.push({
        text: `torch.load(${JSON.stringify(first.slice(0, 80))}, weights_only=False)`,
        acts: [{ kind: "calls-unknown", message }],
      });
    }
  }
  return lines;
}

/** Files of the numbers that are pickles. Objects of TorchScript always are, and are read another way. */
function pickledIn(text: string): readonly string[] {
  let config: unknown;
  try {
    config = JSON.parse(text);
  } catch {
    return /"use_pickle"\s*:\s*true/.test(text) ? ["what it names"] : [];
  }
  const all = field(config, "config");
  if (typeof all !== "object" || all === null) return [];
  return Object.entries(all).flatMap(([name, meta]) => {
    if (field(meta, "use_pickle") !== true) return [];
    const path = field(meta, "path_name");
    if (typeof path !== "string") return [name];
    return path.startsWith("custom_obj_") ? [] : [path];
  });
}

function field(value: unknown, key: string): unknown {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
  return (value as Readonly<Record<string, unknown>>)[key];
}
