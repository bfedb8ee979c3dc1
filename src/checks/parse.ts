import {
  indexLines,
  type AssetKind,
  type LineIndex,
  type Location,
  type Problem,
  type Span,
} from "../core/index.ts";
import { commandsOfPython } from "../formats/command/python.ts";
import { commandsOfJson, commandsOfYaml } from "../formats/command/tree.ts";
import type { CommandFacts, Variable } from "../formats/command/view.ts";
import { parseDockerfile } from "../formats/dockerfile/parse.ts";
import { parseDotenv, parseIni, type FlatSettings } from "../formats/ini/parse.ts";
import { parseJson } from "../formats/json/parse.ts";
import { viewPython } from "../formats/python/view.ts";
import { isRequirementsFile, parseRequirements } from "../formats/requirements/parse.ts";
import { flatten } from "../formats/setting/flatten.ts";
import type { Trees } from "../formats/setting/tree.ts";
import { viewSettings, type Setting } from "../formats/setting/view.ts";
import { parseShell } from "../formats/shell/parse.ts";
import { commandsOfUnit, isUnit } from "../formats/systemd/parse.ts";
import { parseToml } from "../formats/toml/parse.ts";
import { parseYaml } from "../formats/yaml/parse.ts";
import type { Views } from "./define.ts";

/** A file with every view that checks have of it. */
export interface Parsed {
  readonly views: Partial<Views>;
  readonly problems: readonly Problem[];
  /** Comments that begin with `#`, where suppressions are written. */
  readonly comments: readonly Span[];
  readonly lines: LineIndex;
  /**
   * The text that every span counts in, where it is not the text of the file as it stands: the
   * cells of a notebook, one after the other.
   */
  readonly text?: string;
  /** Where a span of such a text is for a person: cell, and lines within the cell. */
  readonly locate?: (where: Span) => Omit<Location, "path">;
}

interface Input {
  readonly path: string;
  readonly text: string;
}
type Parse = (input: Input) => Parsed;

const parsers: Partial<Record<AssetKind, Parse>> = {
  python: (input) => {
    const python = viewPython(input);
    const { problems, comments, lines } = python;
    const command = commandsOfPython(python);
    const { path, text: whole } = input;
    const text = { path, kind: "python" as const, text: whole, lines, problems };
    return {
      views: command === undefined ? { python, text } : { python, command, text },
      problems,
      comments,
      lines,
    };
  },
  shell: (input) => assemble("shell", input, { commands: parseShell({ text: input.text }) }),
  dockerfile: (input) => assemble("dockerfile", input, { commands: parseDockerfile(input.text) }),
  yaml: (input) => {
    const trees = parseYaml(input.text);
    return assemble("yaml", input, {
      commands: commandsOfYaml(trees.roots),
      settings: settingsOf(trees),
    });
  },
  json: (input) => {
    const trees = parseJson(input.text);
    return assemble("json", input, {
      commands: commandsOfJson(trees.roots),
      settings: settingsOf(trees),
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
  javascript: (input) => assemble("javascript", input, {}),
  typescript: (input) => assemble("typescript", input, {}),
  terraform: (input) => assemble("terraform", input, {}),
  markdown: (input) => assemble("markdown", input, {}),
  text: (input) =>
    assemble(
      "text",
      input,
      isRequirementsFile(input.path) ? { commands: parseRequirements(input.text) } : {},
    ),
};

function settingsOf({ roots, comments, problems }: Trees): FlatSettings {
  const flat = flatten(roots);
  return { settings: flat.settings, comments, problems: [...problems, ...flat.problems] };
}

function variableOf({ key, value, start, end, at }: Setting): Variable {
  return { name: key, value: { text: value, isKnown: !value.includes("$"), ...at }, start, end };
}

function assemble(
  kind: AssetKind,
  { path, text }: Input,
  read: { readonly commands?: CommandFacts; readonly settings?: FlatSettings },
): Parsed {
  const lines = indexLines(text);
  const comments = [...(read.settings?.comments ?? []), ...(read.commands?.comments ?? [])];
  const problems = [...(read.settings?.problems ?? []), ...(read.commands?.problems ?? [])];
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
  };
  return { views, problems, comments, lines };
}

/** The kinds of file that some check can read. */
export const kindsWithViews: ReadonlySet<AssetKind> = new Set(Object.keys(parsers) as AssetKind[]);

/** Parses a text once into the views that checks read. Total: it never throws. */
export function parseAsset(input: { kind: AssetKind; path: string; text: string }): Parsed {
  const { kind, path, text } = input;
  const parse = parsers[kind];
  if (parse === undefined)
    return { views: {}, problems: [], comments: [], lines: indexLines(text) };
  return parse({ path, text });
}
