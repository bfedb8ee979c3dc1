import { variable, type Command, type Word } from "../../formats/command/view.ts";
import { installArguments } from "../command/pip.ts";

/** What one command installs, sorted by how well it is known beforehand. */
export interface Install {
  /** Packages without a version, or with a range of them. */
  readonly loose: readonly Word[];
  /** Packages with a version, but no hash: who replaces the file is not noticed. */
  readonly versioned: readonly Word[];
  /** Lists of requirements, which may hold hashes or not. */
  readonly lists: readonly Word[];
  /** Archives that are named by an address without a digest. */
  readonly archives: readonly Word[];
  /** Resolves anew although there is a lock file: `poetry update`. */
  readonly renews?: Word;
}

/** Options of pip and uv that take the next word. */
const valued =
  /^(?:-[rcifteb]|--(?:requirements?|constraints?|build-constraints?|index-url|default-index|index|extra-index-url|find-links|target|platform|python-version|python|implementation|abi|only-binary|no-binary|prefix|root|src|cache-dir|proxy|timeout|retries|trusted-host|config-settings|global-option|upgrade-strategy|progress-bar|torch-backend|index-strategy|prerelease|resolution|extra|group|report|log|cert|client-cert|editable|overrides?|exclude-newer|link-mode|keyring-provider|suffix|preinstall|pip-args|with|with-requirements|root-user-action|use-feature|use-deprecated|exists-action))$/;

function valueOf(args: readonly Word[], index: number): Word | undefined {
  const word = args[index]!;
  const equals = word.text.startsWith("--") ? word.text.indexOf("=") : -1;
  if (equals > 0) return { ...word, text: word.text.slice(equals + 1) };
  return args[index + 1];
}

const isList = (text: string): boolean =>
  /^(?:-r|--requirements?|--with-requirements)(?:=|$)|^-r\S/.test(text);
const isConstraint = (text: string): boolean => /^(?:-c|--constraints?)(?:=|$)|^-c\S/.test(text);

/** True for what lies beside the file or was made before: `.`, `.[dev]`, `dist/*.whl`. */
function isLocal(text: string): boolean {
  return (
    /^(?:\.|\/|~|file:|dist\/|wheels?\/)/.test(text) ||
    (!text.includes("://") && /(?:\.whl|\.tar\.gz|\.zip)(?:\[[^\]]*\])?$/.test(text)) ||
    /^[\w.-]+\/[\w./*-]*$/.test(text) ||
    /@ *file:/.test(text)
  );
}

const exact = /={2,3} ?[\w.!+-]+$/;

interface Sorted {
  loose: Word[];
  versioned: Word[];
  lists: Word[];
  archives: Word[];
}

function readPip(command: Command, args: readonly Word[]): Install {
  const sorted: Sorted = { loose: [], versioned: [], lists: [], archives: [] };
  const isBounded = args.some(({ text }) => isConstraint(text));
  const hashed =
    args.some(({ text }) => text === "--require-hashes" || text === "--no-index") ||
    variable(command, "PIP_REQUIRE_HASHES", "PIP_NO_INDEX", "UV_REQUIRE_HASHES") !== undefined;
  if (hashed) return sorted;
  for (let index = 0; index < args.length; index++) {
    const word = args[index]!;
    const { text } = word;
    if (text.startsWith("-")) {
      if (isList(text)) {
        const list = /^-r\S/.test(text) ? { ...word, text: text.slice(2) } : valueOf(args, index);
        if (list !== undefined) sorted.lists.push(list);
      }
      if (valued.test(text)) index++;
      continue;
    }
    sortPip(sorted, word, isBounded);
  }
  // `uv pip sync requirements.txt`: what it is given are lists.
  if (args !== command.args && command.args.some(({ text }) => text === "sync"))
    return { ...sorted, loose: [], versioned: [], lists: [...sorted.loose, ...sorted.lists] };
  return sorted;
}

function sortPip(sorted: Sorted, word: Word, isBounded: boolean): void {
  // The text of a variable may be anything; of `x==${V}` the version is known when it runs.
  const [requirement = ""] = word.text.slice(0, 2_000).split(";", 1);
  const text = requirement.trim();
  if (
    text === "" ||
    /^[$*]/.test(text) ||
    isLocal(text) ||
    /(?:^|@ *)(?:git|hg|svn|bzr)\+/.test(text)
  )
    return;
  if (/\.(?:txt|in|toml)$/.test(text)) sorted.lists.push(word);
  else if (/(?:^|@ *)https?:/.test(text)) {
    if (
      !/#.*\bsha(?:256|384|512)=/.test(text) &&
      !/^[^#]*github\.com\/[^/]+\/[^/]+\/(?:archive|zipball|tarball)\//.test(text)
    )
      sorted.archives.push(word);
  } else if (!/^[A-Za-z0-9]/.test(text)) return;
  else if (exact.test(text) || /={2}\s*\$/.test(text) || isBounded || /\$/.test(text))
    sorted.versioned.push(word);
  else sorted.loose.push(word);
}

const condaValued =
  /^(?:-[ncpf]|--(?:name|channel|prefix|file|solver|platform|repodata-fn|experimental))$/;

function readConda({ args }: Command): Install | undefined {
  const words = args.filter(({ text }) => !text.startsWith("-"));
  const isEnvironment =
    words[0]?.text === "env" && /^(?:create|update)$/.test(words[1]?.text ?? "");
  const verb = words[0]?.text ?? "";
  const isCreate = /^(?:install|create|update|upgrade)$/.test(verb);
  if (!isEnvironment && !isCreate) return undefined;
  const sorted: Sorted = { loose: [], versioned: [], lists: [], archives: [] };
  const first = args.findIndex(({ text }) => text === (isEnvironment ? words[1]?.text : verb));
  for (let index = first + 1; index < args.length; index++) {
    const word = args[index]!;
    const { text } = word;
    if (/^(?:-f|--file)(?:=|$)/.test(text)) {
      const list = valueOf(args, index);
      // A lock file names each package by its address and digest.
      if (
        list !== undefined &&
        !/lock|explicit|(?:linux|osx|win)-(?:64|arm64|aarch64)/.test(list.text)
      )
        sorted.lists.push(list);
    }
    if (text.startsWith("-")) {
      if (condaValued.test(text)) index++;
      continue;
    }
    if (/^\$|\//.test(text) || !/^[A-Za-z0-9]/.test(text)) {
      if (!/^[\w.-]+::[\w.-]+$/.test(text)) continue;
    }
    if (/[^<>!~]=/.test(text)) sorted.versioned.push(word);
    else sorted.loose.push(word);
  }
  return sorted;
}

/** What a command installs; undefined where it installs nothing, or only what a lock file says. */
export function installOf(command: Command): Install | undefined {
  const { program, args } = command;
  const none = { loose: [], versioned: [], lists: [], archives: [] };
  const verb = args.find(({ text }) => !text.startsWith("-"));
  if (/^(?:conda|mamba|micromamba)$/.test(program)) return readConda(command);
  if (program === "poetry") {
    const renews = verb !== undefined && /^(?:add|update)$/.test(verb.text) ? verb : undefined;
    return renews === undefined ? undefined : { ...none, renews };
  }
  if (program === "pipenv") {
    const isLoose = verb?.text === "install" || verb?.text === "update";
    const isDeploy = args.some(({ text }) => /^--(?:deploy|ignore-pipfile)$/.test(text));
    return isLoose && !isDeploy ? { ...none, renews: verb } : undefined;
  }
  if (
    program === "uv" &&
    (verb?.text === "sync" || verb?.text === "run" || verb?.text === "lock")
  ) {
    const renews = args.find(({ text }) => text === "--upgrade" || text === "-U");
    return renews === undefined || verb.text === "lock" ? undefined : { ...none, renews };
  }
  if (program === "uv" && args.some(({ text }) => text === "compile")) return undefined;
  const words = installArguments(command);
  return words === undefined ? undefined : readPip(command, words);
}

const tool =
  /^(?:pip|setuptools|setuptools-scm|wheel|build|twine|uv|poetry|poetry-core|tox|tox-uv|tox-gh-actions|nox|pipx|hatch|hatchling|flit|flit-core|pdm|pre-commit|virtualenv|pip-tools|pipenv|conda|mamba|ninja|cmake|cibuildwheel|auditwheel|bump2version|coverage|pytest[\w-]*|codecov|ruff|black|isort|flake8|mypy|pylint|bandit|yamllint|codespell|mkdocs[\w-]*|sphinx[\w-]*)(?![\w.-])/i;

/** True for a package that builds, tests or installs others. */
export function isTool(word: Word): boolean {
  return tool.test(word.text);
}
