// Configurations within archives of models, of which names are imported and called: `_target_` of
// Hydra and OmegaConf, which NeMo reads from `model_config.yaml` (CVE-2025-23304); tags of PyYAML
// (CVE-2020-1747, CVE-2020-14343) and of HyperPyYAML. Files of their own are left to the checks.
import { parseJson } from "../formats/json/parse.ts";
import { flatten } from "../formats/setting/flatten.ts";
import type { TreeNode } from "../formats/setting/tree.ts";
import { maxYamlLength, parseYaml } from "../formats/yaml/parse.ts";
import type { ByteSource } from "../formats/bytes/source.ts";
import { configSigns, configThreat } from "./config-targets.ts";
import type { ActKind } from "./judge.ts";
import type { ListingLine } from "./listing.ts";
import { argsLines, argsName } from "./llamafile-args.ts";
import { mlflowThreat } from "./mlflow.ts";
import { tritonNames, tritonThreats } from "./triton.ts";
import { isKnownName, isDangerous, isDangerousPath } from "./names.ts";

/** What may still be parsed of one file: the parser of YAML is slow, and an archive has many members. */
export interface ConfigBudget {
  yaml: number;
}

/** So many characters of YAML take some ten seconds. */
export function newConfigBudget(): ConfigBudget {
  return { yaml: 10 * maxYamlLength };
}

/** Of a longer file only so many bytes are read. */
export const maxConfig = 16 * 1024 * 1024;
const maxNodes = 200_000;
const maxTold = 50;

/** Members that are read as configurations. */
export const configNames =
  /(?:^|[!/])(?:config\.json|MLmodel|\.args|[^!/]+\.pbtxt|[^!/]+\.ya?ml)$/i;

/** What a text has somewhere in which a name may be called, also where it is written in escapes. */
const yamlSigns =
  /_target_|^flavors:|python\/|!(?:new|name|apply|applyref|module):|%TAG|!\S*%[\da-f]{2}|\\[xuU]/im;

/** What a configuration calls; undefined where it is none, or calls nothing that is spoken of. */
export function configLines(
  { source, member }: { readonly source: ByteSource; readonly member: string },
  budget: ConfigBudget,
): readonly ListingLine[] | undefined {
  if (!configNames.test(member)) return undefined;
  if (/(?:^|[!/])\.args$/i.test(member))
    return argsName.test(member) ? argsLines(source) : undefined;
  const text = decode(source.read(0, Math.min(source.size, maxConfig)));
  if (tritonNames.test(member)) return tritonLines(text);
  if (/\.pbtxt$/i.test(member)) return undefined;
  const isJson = /\.json$/i.test(member);
  const isSigned = isJson ? text.includes("\\u") : yamlSigns.test(text);
  if (!isSigned && !configSigns.test(text)) return undefined;
  const lines = isJson
    ? targetLines(parseJson(text).roots)
    : yamlLines(text, { budget, isMlflow: /(?:^|[!/])MLmodel$/i.test(member) });
  return lines.length === 0 ? undefined : [{ text: "# configuration" }, ...lines];
}

/** What a configuration of Triton loads. */
function tritonLines(text: string): readonly ListingLine[] | undefined {
  const threats = tritonThreats(text);
  if (threats.length === 0) return undefined;
  const lines = threats.map(({ kind, message, start, end }) =>
    tell(text.slice(start, end), kind === "library" ? "native" : "escapes", message),
  );
  return [{ text: "# configuration" }, ...lines];
}

/** As PyYAML decodes: UTF-8, or UTF-16 where its mark stands first. */
function decode(bytes: Buffer): string {
  const mark = bytes.length < 2 ? 0 : bytes.readUInt16BE(0);
  const encoding = mark === 0xfffe ? "utf-16le" : mark === 0xfeff ? "utf-16be" : "utf-8";
  return new TextDecoder(encoding).decode(bytes);
}

function yamlLines(
  text: string,
  { budget, isMlflow }: { readonly budget: ConfigBudget; readonly isMlflow: boolean },
): readonly ListingLine[] {
  if (text.length > maxYamlLength || text.length > budget.yaml) return lineByLine(text);
  budget.yaml -= text.length;
  const { roots, tags = [], problems } = parseYaml(text);
  const mlflow = isMlflow ? mlflowLines(roots) : [];
  const lines = [...tagLines(tags), ...targetLines(roots), ...mlflow].slice(0, maxTold);
  // What stops this reader need not stop theirs.
  return lines.length === 0 && problems.length > 0 ? lineByLine(text) : lines;
}

/** What the tags of a text name, whatever else it says. */
export function yamlTagLines(text: string): readonly ListingLine[] {
  if (text.length > maxYamlLength) return lineByLine(text);
  const { tags = [], problems } = parseYaml(text);
  const lines = tagLines(tags);
  return lines.length === 0 && problems.length > 0 ? lineByLine(text) : lines;
}

/** What can be told of a text that is not parsed. */
function lineByLine(text: string): readonly ListingLine[] {
  const targets = [...text.matchAll(/^[ \t-]*["']?_target_["']?[ \t]*:[ \t]*["']?([\w.]+)/gm)];
  const tags = [...text.matchAll(/^[^#"'\n]*?!!(python\/[\w/]+:[\w.]*)/gm)];
  const lines = [
    ...tagLines(tags.map(([, tag = ""]) => `tag:yaml.org,2002:${tag}`)),
    ...targets.flatMap(([, target = ""]) => targetLine(target) ?? []),
  ];
  return lines.slice(0, maxTold);
}

/** What an `MLmodel` imports, and what it reads outside its folder. */
function mlflowLines(roots: readonly TreeNode[]): readonly ListingLine[] {
  return flatten(roots).settings.flatMap((setting) => {
    const threat = mlflowThreat(setting);
    if (threat === undefined) return [];
    const kind = threat.kind === "imports" ? "calls-unknown" : "escapes";
    return [tell(`${setting.key}: ${setting.value}`, kind, threat.message)];
  });
}

/** The targets in trees. */
function targetLines(roots: readonly TreeNode[]): readonly ListingLine[] {
  const lines = new Map<string, ListingLine>();
  const stack = roots.toReversed();
  for (let nodes = 0; stack.length > 0 && nodes < maxNodes; nodes++) {
    const node = stack.pop()!;
    if (node.kind === "list") for (const item of node.items) stack.push(item);
    if (node.kind !== "map") continue;
    for (const { key, value } of node.entries) {
      stack.push(value);
      if (value.kind !== "scalar" || lines.size >= maxTold) continue;
      const { value: text } = value;
      const hasBeside = (other: string): boolean => node.entries.some((one) => one.key === other);
      const message = configThreat({ keys: [key], value: text, hasBeside });
      if (message !== undefined)
        lines.set(`${key} ${text}`, tell(`${key}: ${text}`, "runs", message));
    }
  }
  return [...lines.values()];
}

function targetLine(target: string): ListingLine | undefined {
  const message = configThreat({ keys: ["_target_"], value: target, hasBeside: () => false });
  return message === undefined ? undefined : tell(`_target_: ${target.trim()}`, "runs", message);
}

/** The tags of PyYAML's unsafe loaders, and those of HyperPyYAML. */
const pythonTag =
  /^tag:yaml\.org,2002:python\/(object\/apply|object\/new|object|name|module):(.*)$/s;
const hyperTag = /^!(?:new|name|apply|applyref|module):(.*)$/s;

function tagLines(tags: readonly string[]): readonly ListingLine[] {
  const lines = new Map<string, ListingLine>();
  for (const tag of tags) {
    if (lines.size >= maxTold) break;
    const line = tagLine(tag);
    if (line !== undefined) lines.set(line.text, line);
  }
  return [...lines.values()];
}

function tagLine(tag: string): ListingLine | undefined {
  const [, how, target = ""] = pythonTag.exec(tag) ?? [];
  if (how === undefined) {
    const name = hyperTag.exec(tag)?.[1]?.trim() ?? "";
    if (!isDangerousPath(name)) return undefined;
    return tell(tag, "runs", `${name.slice(0, 100)} is called when the configuration is read`);
  }
  const shown = `!!python/${how}:${target.slice(0, 100)}`;
  // Without a module, PyYAML looks among what is built in.
  const path = how === "module" || target.includes(".") ? target : `builtins.${target}`;
  const cut = path.lastIndexOf(".");
  const name = path.slice(0, 100);
  if (how === "module" ? isDangerous(path, "*") : isDangerousPath(path))
    return tell(shown, "runs", `${name} is taken by its name when the configuration is read`);
  if (isKnownName(path.slice(0, cut), path.slice(cut + 1))) return undefined;
  const isCall = how.startsWith("object/");
  const message = `${name} is ${isCall ? "called" : "imported"} when the configuration is read, of which it is not known what it does`;
  return tell(shown, isCall ? "calls-unknown" : "names-unknown", message);
}

function tell(text: string, kind: ActKind, message: string): ListingLine {
  return { text: text.slice(0, 160), acts: [{ kind, message }] };
}
