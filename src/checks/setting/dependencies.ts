import type { FileFacts } from "../../core/index.ts";
import type { Setting, SettingView } from "../../formats/setting/view.ts";

/** A requirement that a project names in its settings, as pip would be given it. */
export interface Dependency {
  readonly requirement: string;
  readonly setting: Setting;
}

const lists =
  /^(?:project\.(?:dependencies|optional-dependencies\.[^.]+)|dependency-groups\.[^.]+|build-system\.requires|tool\.(?:uv|pdm)\.[\w-]*dependencies(?:\.[^.]+)?|dependencies(?:\.\d+\.pip)?|options\.install_requires)(?:\.\d+)?$/;
const tables =
  /^(?:tool\.poetry\.(?:dev-)?(?:group\.[^.]+\.)?dependencies|packages|dev-packages)\.([^.]+)(?:\.(version|git|rev|tag|branch))?$/;

/** True for a file in which projects name what they depend on. */
export function mayHaveDependencies({ path }: FileFacts): boolean {
  return /(?:^|[/\\])(?:pyproject\.toml|pipfile|setup\.cfg|(?:conda[-_.]?)?env(?:ironment)?[\w.-]*\.ya?ml|conda[\w.-]*\.ya?ml|python_env\.yaml)$/i.test(
    path,
  );
}

/** The dependencies in `pyproject.toml`, a Pipfile, `setup.cfg`, an environment of conda. */
export function* dependenciesOf({ settings, kind }: SettingView): Generator<Dependency> {
  for (const setting of settings) {
    const { key, value } = setting;
    if (lists.test(key)) {
      for (const line of value.split("\n")) {
        const requirement = line.split(";", 1)[0]!.trim();
        // conda writes `pytorch=2.5.1`, and means torch.
        const isConda = kind === "yaml" && /^[\w.-]+=[\w.*]+(?:=[\w*]+)?$/.test(requirement);
        yield {
          setting,
          requirement: isConda
            ? requirement
                .replace(/=.*/, (rest) => `==${rest.slice(1).split("=", 1)[0]}`)
                .replace(/^pytorch==/, "torch==")
            : requirement,
        };
      }
      continue;
    }
    const found = kind === "toml" ? tables.exec(key) : null;
    if (found === null) continue;
    const [, name = "", what = "version"] = found;
    if (what === "version") yield { setting, requirement: `${name}${specifierOf(value)}` };
    else if (what === "git" && !settings.some((other) => isPinOf(other, key)))
      yield { setting, requirement: `${name} @ git+${value}` };
  }
}

/** `rev` or `tag` beside `git`. */
function isPinOf({ key }: Setting, git: string): boolean {
  const table = git.slice(0, git.lastIndexOf("."));
  return key === `${table}.rev` || key === `${table}.tag`;
}

/** Poetry takes a bare number for that release, and `^` for up to the next great one. */
function specifierOf(value: string): string {
  return /^\d/.test(value) ? `==${value}` : value;
}
