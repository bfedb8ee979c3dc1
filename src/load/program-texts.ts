// Texts by themselves of which a line runs when somebody loads the model: documents of XMLDecoder, models of H2O as
// Java, layers of Caffe in Python, projects of MLflow, path files of Python.
import { actLine, type ListingLine } from "./listing.ts";
import { isDangerousPath } from "./names.ts";

const maxTold = 20;
const fetchedShell =
  /\b(?:curl|wget)\b[^\n|]{0,300}\|\s*(?:sudo\s+)?(?:ba|z|da|k)?sh\b|\b(?:ba|z|da)?sh\s+(?:-c\s+)?["']?(?:<\(|\$\()\s*(?:curl|wget)\b|\/dev\/tcp\//;

/** `java.beans.XMLDecoder` makes and calls whatever its elements name. */
const decoder = /^\s*(?:<\?xml[^<>]{0,200}\?>\s*)?<java\b[^<>]{0,300}\bjava\.beans\.XMLDecoder\b/;
const javaStarter =
  /\bclass\s*=\s*["'](java\.lang\.(?:ProcessBuilder|Runtime)|javax\.script\.ScriptEngineManager|javax\.naming\.InitialContext|com\.sun\.rowset\.JdbcRowSetImpl|java\.net\.URLClassLoader|groovy\.lang\.GroovyShell)["']/;

function decoderLines(text: string): readonly ListingLine[] {
  if (!decoder.test(text.slice(0, 1_000))) return [];
  const [, name] = javaStarter.exec(text) ?? [];
  if (name === undefined) return [];
  return [actLine(`new ${name}()`, "runs", `${name} is made and called by XMLDecoder`)];
}

/** A model of H2O as source: of such a class nothing but arithmetic is needed. */
const pojo = /\bclass\s+\w{1,200}\s+extends\s+(?:hex\.genmodel\.)?GenModel\b/;
const javaCall =
  /\bRuntime\s*\.\s*getRuntime\s*\(\s*\)\s*\.\s*exec\s*\(|\bnew\s+(?:java\.lang\.)?ProcessBuilder\s*\(|\bnew\s+(?:java\.net\.)?(?:Socket|URLClassLoader)\s*\(/;

function pojoLines(text: string): readonly ListingLine[] {
  if (!pojo.test(text)) return [];
  const [call] = javaCall.exec(text) ?? [];
  if (call === undefined) return [];
  return [
    actLine(call, "runs", `The class of the model starts a program or connects: \`${call}\``),
  ];
}

/** A layer of Caffe in Python: the module is imported, and the class taken of it. */
const pythonLayer =
  /\bpython_param\s*:?\s*\{[^{}]{0,2000}?\bmodule\s*:\s*["']([\w.]{1,200})["']([^{}]{0,2000})\}/g;

function layerLines(text: string): readonly ListingLine[] {
  const lines: ListingLine[] = [];
  for (const [, module = "", rest = ""] of text.matchAll(pythonLayer)) {
    const layer = /\blayer\s*:\s*["']([\w.]{1,200})["']/.exec(rest)?.[1] ?? "";
    const name = layer === "" ? module : `${module}.${layer}`;
    if (!isDangerousPath(name) && !isDangerousPath(module)) continue;
    lines.push(actLine(`${name}(…)`, "runs", `${name} is taken for a layer, and called`));
    if (lines.length >= maxTold) break;
  }
  return lines;
}

/** What `mlflow run` gives to a shell. */
function projectLines(text: string): readonly ListingLine[] {
  const lines: ListingLine[] = [];
  for (const [, command = ""] of text.matchAll(/^\s+command\s*:\s*([^\n]{1,2000})/gm)) {
    if (lines.length >= maxTold || !fetchedShell.test(command)) continue;
    const shown = command.slice(0, 120);
    lines.push(
      actLine(shown, "runs", `Running the project gives to a shell what it fetches: ${shown}`),
    );
  }
  return lines;
}

/** Python runs lines of a path file that begin with an import, whenever it starts (`site.addpackage`). */
const pathCall =
  /\b(?:os\s*\.\s*(?:system|popen|exec\w{1,3}|spawn\w{1,3})|subprocess\s*\.\s*\w{1,20}|pty\s*\.\s*spawn|socket\s*\.\s*(?:socket|create_connection)|urlopen|urlretrieve|b64decode)\s*\(/;

function pathLines(text: string): readonly ListingLine[] {
  for (const [line] of text.matchAll(/^import[ \t][^\n]{1,4000}/gm)) {
    const [call] = pathCall.exec(line) ?? [];
    if (call === undefined) continue;
    const message = `Python runs \`${line.slice(0, 100)}\` whenever it starts with this file on its path`;
    return [actLine(line, "runs", message)];
  }
  return [];
}

/** What a text does, by what it is called and how it begins. Linear. */
export function programTextLines(text: string, path: string): readonly ListingLine[] {
  if (/\.xml$/i.test(path)) return decoderLines(text);
  if (/\.java$/i.test(path)) return pojoLines(text);
  if (/\.(?:prototxt|pbtxt|txt)$/i.test(path))
    return text.includes("python_param") ? layerLines(text) : [];
  if (/(?:^|\/)MLproject$/.test(path)) return projectLines(text);
  return /\.pth$/i.test(path) ? pathLines(text) : [];
}
