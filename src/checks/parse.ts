import {
  indexLines,
  lineIndexOf,
  type AssetKind,
  type LineIndex,
  type Location,
  type Problem,
  type Span,
} from "../core/index.ts";
import { commandsOfPython, withCommands } from "../formats/command/python.ts";
import { commandsOfJson, commandsOfYaml } from "../formats/command/tree.ts";
import type { CommandFacts, Variable } from "../formats/command/view.ts";
import { parseDockerfile } from "../formats/dockerfile/parse.ts";
import { parseDotenv, parseIni, type FlatSettings } from "../formats/ini/parse.ts";
import { viewJavaScript } from "../formats/javascript/view.ts";
import { parseHcl } from "../formats/hcl/parse.ts";
import { addFacts } from "../formats/command/gather.ts";
import { commandsOfScripts } from "../formats/notebook/commands.ts";
import { readCellSource, type CellScript } from "../formats/notebook/magics.ts";
import { commandsOfPercent, isPercentScript } from "../formats/notebook/percent.ts";
import { parseNotebook } from "../formats/notebook/parse.ts";
import { parseJson } from "../formats/json/parse.ts";
import { readStages } from "../formats/pipeline/docker.ts";
import { readJenkins } from "../formats/pipeline/jenkins.ts";
import { isJenkinsfile, pipelineOfYaml } from "../formats/pipeline/read.ts";
import type { PipelineFacts } from "../formats/pipeline/view.ts";
import { viewPython, type PythonView } from "../formats/python/view.ts";
import { isRequirementsFile, parseRequirements } from "../formats/requirements/parse.ts";
import { flatten } from "../formats/setting/flatten.ts";
import type { Trees } from "../formats/setting/tree.ts";
import { viewSettings, type Setting } from "../formats/setting/view.ts";
import { parseShell } from "../formats/shell/parse.ts";
import { commandsOfUnit, isUnit } from "../formats/systemd/parse.ts";
import { parseToml } from "../formats/toml/parse.ts";
import { parseYaml } from "../formats/yaml/parse.ts";
import { isHelmTemplate } from "../infra/sources/kubernetes/helm/actions.ts";
import { treesOfTemplate } from "../infra/sources/kubernetes/helm/trees.ts";
import { wordOfJson } from "../load/folder/read-json.ts";
import { wordOfMlflow } from "../load/folder/read-mlflow.ts";
import type { ReadWord } from "../load/folder/word.ts";
import { modelsFor, noModels, type UserModels } from "../flow/models.ts";
import { isTestFile } from "../flow/test-files.ts";
import { viewFlow, type FlowContext, type FlowView } from "../flow/view.ts";
import type { Views } from "./define.ts";

/** A file with every view that checks have of it. */
export interface Parsed {
  readonly views: Partial<Views>;
  readonly problems: readonly Problem[];
  /** Comments, in which suppressions are written. */
  readonly comments: readonly Span[];
  readonly lines: LineIndex;
  /**
   * The text that every span counts in, where it is not the text of the file as it stands: the
   * cells of a notebook, one after the other.
   */
  readonly text?: string;
  /** Where a span of such a text is for a person: cell, and lines within the cell. */
  readonly locate?: (where: Span) => Partial<Location>;
  /** The part of such a text that may be shown with a span: its cell, its output. */
  readonly area?: (where: Span) => Span;
  /** Where a comment can speak for what has none: for an output, the code that made it. */
  readonly speaker?: (where: Span) => Span | undefined;
  /** What it says of the files around it, where it is part of a model. */
  readonly word?: ReadWord;
}

interface Input {
  readonly path: string;
  readonly text: string;
  /** True for a qualified name that may be one of the project's. */
  readonly isOurs: (name: string) => boolean;
  /** What `pavise.yaml` says of the project's own functions. */
  readonly models: UserModels;
}
type Parse = (input: Input) => Parsed;

const parsers: Partial<Record<AssetKind, Parse>> = {
  python: parsePythonAsset,
  notebook: parseNotebookAsset,
  shell: (input) => assemble("shell", input, { commands: parseShell({ text: input.text }) }),
  dockerfile: (input) => {
    const commands = parseDockerfile(input.text);
    return assemble("dockerfile", input, {
      commands,
      pipeline: readStages(input.text, commands),
    });
  },
  yaml: (input) => {
    const isTemplate = isHelmTemplate(input.text);
    const trees = isTemplate ? treesOfTemplate(input.path, input.text) : parseYaml(input.text);
    const commands = commandsOfYaml(trees.roots);
    return assemble("yaml", input, {
      commands,
      pipeline: pipelineOfYaml(input.path, trees.roots, commands),
      settings: settingsOf(trees),
      word: wordOfMlflow(input.path, trees.roots),
    });
  },
  json: (input) => {
    const trees = parseJson(input.text);
    return assemble("json", input, {
      commands: commandsOfJson(trees.roots),
      settings: settingsOf(trees),
      word: wordOfJson(input.path, trees.roots),
    });
  },
  toml: (input) => {
    // A lock file lists packages; nothing is set in it.
    if (input.path.endsWith(".lock")) return assemble("toml", input, {});
    return assemble("toml", input, { settings: settingsOf(parseToml(input.text)) });
  },
  ini: (input) => {
    const settings = parseIni(input.text);
    if (!isUnit(input.path)) return assemble("ini", input, { settings });
    return assemble("ini", input, {
      settings,
      commands: commandsOfUnit(settings.settings, input.text),
    });
  },
  dotenv: (input) => {
    const settings = parseDotenv(input.text);
    const environment = settings.settings.map(variableOf);
    const commands = { commands: [], containers: [], environment, comments: [], problems: [] };
    return assemble("dotenv", input, { commands, settings });
  },
  javascript: (input) => script("javascript", input),
  typescript: (input) => script("typescript", input),
  terraform: (input) => {
    const { comments, problems } = parseHcl(input.text);
    return assemble("terraform", input, { settings: { settings: [], comments, problems } });
  },
  markdown: (input) => assemble("markdown", input, {}),
  text: (input) =>
    isJenkinsfile(input.path, input.text)
      ? parseJenkins(input)
      : assemble(
          "text",
          input,
          isRequirementsFile(input.path) ? { commands: parseRequirements(input.text) } : {},
        ),
};

function parseJenkins(input: Input): Parsed {
  const { comments, ...pipeline } = readJenkins(input.text);
  const { commands } = pipeline;
  const facts = { commands, containers: [], environment: [], comments, problems: [] };
  return assemble("text", input, { commands: facts, pipeline });
}

function script(kind: AssetKind, input: Input): Parsed {
  const javascript = viewJavaScript(input);
  const { problems, comments, lines } = javascript;
  const { path, text: whole } = input;
  const text = { path, text: whole, kind, lines, problems };
  const views = { javascript, ...flowOf(javascript, "javascript", input), text };
  return { views, problems, comments, lines };
}

/** What flows through a file; of tests nothing is followed. */
function flowOf(
  view: PythonView,
  language: "python" | "javascript",
  { path, text, isOurs, models }: Input,
): { readonly flow?: FlowView } {
  if (isTestFile(path, text)) return {};
  const context = (): FlowContext => ({ models: modelsFor(language, models), isOurs });
  return { flow: viewFlow(view, { language, context }) };
}

/** A script of IPython: Python would not take a line that begins so. */
const magicLine = /^[ \t]*(?:!|%%?)[A-Za-z]/m;

/** Reads Python; where it is no Python for its magics and shell lines, as IPython reads it. */
function readScript({ path, text }: Pick<Input, "path" | "text">): {
  readonly python: PythonView;
  readonly scripts: readonly CellScript[];
} {
  const python = viewPython({ path, text });
  if (python.problems.length === 0 || !magicLine.test(text)) return { python, scripts: [] };
  const { python: code, scripts } = readCellSource(text);
  const other = viewPython({ path, text: code });
  return other.problems.length < python.problems.length
    ? { python: other, scripts }
    : { python, scripts: [] };
}

function parsePythonAsset(input: Input): Parsed {
  const { path, text } = input;
  const { python, scripts } = readScript(input);
  const { problems, comments } = python;
  const lines = python.text === text ? python.lines : lineIndexOf(text, python.lines.starts);
  const about = { path, kind: "python" as const, text, lines, comments, problems };
  const gathered = commandsOfScripts({ text, scripts });
  if (isPercentScript(text)) addFacts(gathered, commandsOfPercent({ text, comments, lines }));
  const calls = commandsOfPython(python);
  const command =
    gathered.commands.length + gathered.environment.length === 0
      ? calls
      : withCommands({ ...about, ...gathered, comments, problems }, calls);
  return {
    views: {
      python,
      ...flowOf(python, "python", input),
      ...(command === undefined ? {} : { command }),
      text: about,
    },
    problems,
    comments: [...comments, ...gathered.comments],
    lines,
  };
}

/** A notebook is one text to every check: what a cell defines is known in the cells after it. */
function parseNotebookAsset(input: Input): Parsed {
  const { path, text: file } = input;
  const notebook = parseNotebook(file);
  const { text, language, segments } = notebook;
  const { lines } = segments;
  const python =
    notebook.python === undefined ? undefined : viewPython({ path, text: notebook.python });
  const scripts = commandsOfScripts({ text, scripts: notebook.scripts });
  const problems = [...notebook.problems, ...(python?.problems ?? [])];
  const comments = [...(python?.comments ?? []), ...scripts.comments];
  const about = { path, kind: "notebook" as const, text, lines, problems };
  const command = { ...about, ...scripts, text: notebook.code, comments, problems };
  const calls = python === undefined ? undefined : commandsOfPython(python);
  return {
    views: {
      ...(python === undefined ? {} : { python, ...flowOf(python, "python", input) }),
      command: withCommands(command, calls),
      text: about,
      notebook: { ...about, language, segments: segments.all },
    },
    problems,
    comments,
    lines,
    text,
    locate: segments.locate,
    area: (where) => segments.at(where.start) ?? where,
    speaker: (where) => segments.at(where.start)?.source,
  };
}

function settingsOf({ roots, comments, problems }: Trees): FlatSettings {
  const flat = flatten(roots);
  return { settings: flat.settings, comments, problems: [...problems, ...flat.problems] };
}

function variableOf({ key, value, start, end, at }: Setting): Variable {
  return { name: key, value: { text: value, isKnown: !value.includes("$"), ...at }, start, end };
}

function assemble(
  kind: AssetKind,
  { path, text }: Pick<Input, "path" | "text">,
  read: {
    readonly commands?: CommandFacts;
    readonly settings?: FlatSettings;
    readonly pipeline?: PipelineFacts;
    readonly word?: ReadWord;
  },
): Parsed {
  const lines = indexLines(text);
  const comments = [...(read.settings?.comments ?? []), ...(read.commands?.comments ?? [])];
  const problems = [
    ...(read.settings?.problems ?? []),
    ...(read.commands?.problems ?? []),
    ...(read.pipeline?.problems ?? []),
  ];
  const about = { path, kind, text, lines, comments, problems };
  const command = read.commands === undefined ? undefined : { ...read.commands, ...about };
  const setting =
    read.settings === undefined
      ? undefined
      : viewSettings({ ...about, settings: read.settings.settings });
  const views: Partial<Views> = {
    text: about,
    ...(command === undefined ? {} : { command }),
    ...(setting === undefined ? {} : { setting }),
    ...(read.pipeline === undefined ? {} : { pipeline: { ...read.pipeline, ...about } }),
  };
  return { views, problems, comments, lines, word: read.word };
}

/** The kinds of file that some check can read. */
export const kindsWithViews: ReadonlySet<AssetKind> = new Set(Object.keys(parsers) as AssetKind[]);

/** Without the other files only what is imported from beside the file is the project's. */
function isRelative(name: string): boolean {
  return name.startsWith(".");
}

/** Parses a text once into the views that checks read. Total: it never throws. */
export function parseAsset(input: {
  kind: AssetKind;
  path: string;
  text: string;
  isOurs?: Input["isOurs"];
  models?: UserModels;
}): Parsed {
  const { kind, path, text, isOurs = isRelative, models = noModels } = input;
  const parse = parsers[kind];
  if (parse === undefined)
    return { views: {}, problems: [], comments: [], lines: indexLines(text) };
  return parse({ path, text, isOurs, models });
}
