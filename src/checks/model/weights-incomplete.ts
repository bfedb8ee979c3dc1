import type { FolderPart } from "../../load/folder/view.ts";
import { isShardName, weightsFamily } from "../../load/folder/weights.ts";
import { leavesFolder } from "../../load/places.ts";
import { defineCheck } from "../define.ts";

function plural(count: number, one: string): string {
  return `${count} ${one}${count === 1 ? "" : "s"}`;
}

/** Files that are named like shards of an index, and that no index names. */
function unlisted(
  parts: readonly FolderPart[],
  { name, mentions }: FolderPart,
): readonly FolderPart[] {
  const folder = name.slice(0, name.lastIndexOf("/") + 1);
  const named = new Set(mentions.map((mention) => folder + mention.name));
  const kinds = new Set([...named].map((each) => `${weightsFamily(each)}.${suffixOf(each)}`));
  return parts.filter(
    (part) =>
      isShardName(part.name) &&
      !named.has(part.name) &&
      kinds.has(`${weightsFamily(part.name)}.${suffixOf(part.name)}`),
  );
}

function suffixOf(name: string): string {
  return name.slice(name.lastIndexOf(".") + 1);
}

export const weightsIncomplete = defineCheck({
  meta: {
    id: "weights-incomplete",
    code: "PV-MODEL-032",
    title: "The weights of a model are not the files that it names",
    asset: "folder",
    severity: "low",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-353", "OWASP-LLM03:2025", "OWASP-ML06:2023"],
    why: "A model that is half there fails when it is loaded, or is filled up from elsewhere; a file that nobody lists is a place to hide one that somebody loads by hand.",
    mend: "Get the files again from where the model came and compare their hashes; delete those that no index names.",
    blind: "Whether each tensor is in the file that the index says.",
    since: "0.1.0",
    examples: {
      found: [
        {
          path: "folder.txt",
          code: '== model.safetensors.index.json\n{"weight_map": {"v": "model-00001-of-00002.safetensors", "w": "model-00002-of-00002.safetensors"}}\n== model-00001-of-00002.safetensors\n\n',
        },
      ],
      clean: [
        {
          path: "folder.txt",
          code: '== model.safetensors.index.json\n{"weight_map": {"v": "model-00001-of-00001.safetensors"}}\n== model-00001-of-00001.safetensors\n\n',
        },
      ],
    },
  },
  run: ({ parts }, report) => {
    for (const part of parts) {
      if (part.mentions.length === 0) continue;
      const shards = part.mentions.filter(({ role }) => role === "shard");
      const missing = shards.filter(
        ({ found, name }) => found.kind === "missing" && !leavesFolder(name),
      );
      const [first] = missing;
      // Of a repository that holds the index alone nothing is missing: its weights lie elsewhere.
      if (first !== undefined && missing.length < shards.length)
        report(first.where, {
          message: `${plural(missing.length, "file")} of ${shards.length} that the index names ${missing.length === 1 ? "is" : "are"} missing, ${missing.length === 1 ? "" : "first "}\`${first.name.slice(0, 100)}\``,
        });
      for (const extra of unlisted(parts, part).slice(0, 20))
        report(extra.where, {
          message: `\`${extra.name.slice(-100)}\` is named like a shard, and \`${part.name}\` does not list it`,
        });
      for (const { role, name, bytes = 0, found, where } of part.mentions) {
        if (role !== "data" || leavesFolder(name)) continue;
        const shown = `\`${name.slice(0, 100)}\``;
        if (found.kind === "missing")
          report(where, { message: `Tensors are read from ${shown}, which is not there` });
        else if ((found.kind === "file" || found.kind === "link-outside") && found.size < bytes)
          report(where, {
            severity: "medium",
            message: `Tensors are read up to byte ${bytes} of ${shown}, which has ${found.size}`,
          });
      }
    }
  },
});
