// A model of MLflow in an archive: its folder of code is put before everything on the path of Python
// (`mlflow/pyfunc/__init__.py`, `_add_code_from_conf_to_system_path`), and its environment is installed.
import { topLevelOf } from "./folder/packages.ts";
import type { ListingLine } from "./listing.ts";

interface Member {
  readonly name: string;
  readonly read: (limit: number) => Buffer | undefined;
}

const maxText = 1024 * 1024;
const maxTold = 20;
/** Models of MLflow in one archive that are looked at. */
const maxModels = 50;
/** Where pip and conda are sent. */
const source = /(?:^|[\s@"'=-])((?:git|hg|svn|bzr)\+[a-z]+:\/\/\S+|(?:https?|ftp|file):\/\/\S+)/i;

/** What the models of MLflow in an archive import in place of what is installed, and where they send pip. */
export function mlflowArchiveLines(members: readonly Member[]): readonly ListingLine[] {
  const lines: ListingLine[] = [];
  const models = members.filter(({ name }) => /(?:^|\/)MLmodel$/.test(name));
  for (const { name, read } of models.slice(0, maxModels)) {
    const folder = name.slice(0, -"MLmodel".length);
    const text = read(maxText)?.toString("utf8") ?? "";
    const codes = codeFolders(text).map((code) => `${folder}${code}/`);
    for (const member of members) {
      if (lines.length >= maxTold) return lines;
      const line = shadow(member.name, codes) ?? environment(member, folder);
      if (line !== undefined && !lines.some((one) => one.text === line.text)) lines.push(line);
    }
  }
  return lines;
}

/** `code: code`, or a list of such below it. */
function codeFolders(text: string): readonly string[] {
  const found: string[] = [];
  for (const [, one = "", list = ""] of text.matchAll(
    /^[ \t]+"?code(?:_paths?)?"?[ \t]*:[ \t]*([^\r\n#]*)((?:\r?\n[ \t]*-[ \t]*[^\r\n#]+)*)/gm,
  ))
    for (const word of [one, ...list.split("\n")]) {
      const name = word
        .slice(0, 500)
        .replace(/^[\s\-"'[]+|[\s"',\]]+$/g, "")
        .replace(/^\.\/|\/+$/g, "");
      if (name !== "" && name !== "null" && name !== "~" && found.length < 20) found.push(name);
    }
  return found;
}

function shadow(name: string, codes: readonly string[]): ListingLine | undefined {
  const code = codes.find((folder) => name.startsWith(folder));
  if (code === undefined) return undefined;
  const module = /^(\w+)(?:\/__init__\.pyc?|\.(?:py|pyc|so|pyd)|\.[\w-]+\.(?:so|pyd))$/.exec(
    name.slice(code.length),
  )?.[1];
  const hidden = module === undefined ? undefined : topLevelOf(module);
  // A module called like one of Python's own is said of folders, with less weight.
  if (hidden === undefined || hidden.kind === "standard") return undefined;
  const message = `Loading the model imports ${JSON.stringify(name.slice(0, 120))} in place of the installed ${module}`;
  return { text: `import ${module}  # ${name.slice(0, 120)}`, acts: [{ kind: "runs", message }] };
}

function environment({ name, read }: Member, folder: string): ListingLine | undefined {
  if (!name.startsWith(folder)) return undefined;
  if (!/^(?:requirements\.txt|conda\.yaml|python_env\.yaml)$/.test(name.slice(folder.length)))
    return undefined;
  const text = read(maxText)?.toString("utf8") ?? "";
  for (const line of text.split("\n", 5_000)) {
    const [, url = ""] = source.exec(line.replace(/(?:^|\s)#.*$/, "")) ?? [];
    if (
      url === "" ||
      /^https:\/\/(?:pypi\.org|files\.pythonhosted\.org|download\.pytorch\.org|repo\.anaconda\.com|conda\.anaconda\.org)\//.test(
        url,
      )
    )
      continue;
    const shown = url.replace(/\/\/[^/@\s]*@/, "//…@").slice(0, 120);
    const message = `The environment of the model is installed from ${shown}`;
    return { text: `# ${name.slice(0, 120)}: ${shown}`, acts: [{ kind: "metadata-url", message }] };
  }
  return undefined;
}
