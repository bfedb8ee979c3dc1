import type { AssetKind, LineIndex, Problem, Span } from "../../core/index.ts";

/** One setting: a key path and a plain value. The span covers key and value. */
export interface Setting extends Span {
  /** Joined by dots; elements of lists by their index: `services.web.ports.0`. */
  readonly key: string;
  /** As written, quotes removed. */
  readonly value: string;
  /** Where the value alone stands. */
  readonly at: Span;
}

/** The settings of a TOML, YAML, INI, JSON or dotenv file, flattened. */
export interface SettingView {
  readonly path: string;
  readonly kind: AssetKind;
  readonly text: string;
  readonly lines: LineIndex;
  readonly comments: readonly Span[];
  readonly problems: readonly Problem[];
  readonly settings: readonly Setting[];
  /** The settings whose last key is one of these, in lower case and with `-` read as `_`. */
  readonly named: (...names: readonly string[]) => readonly Setting[];
}

/** The last key of a setting: `ports.0` of `web.ports.0` has the name `ports`. */
export function nameOf(setting: Setting): string {
  const key = setting.key.replace(/(?:\.\d+)+$/, "");
  return key.slice(key.lastIndexOf(".") + 1);
}

/** The form in which `named` compares names. */
export function plainName(name: string): string {
  return name.toLowerCase().replaceAll("-", "_");
}

/** A view of settings; the index by name is made when it is first asked for. */
export function viewSettings(facts: Omit<SettingView, "named">): SettingView {
  let index: Map<string, Setting[]> | undefined;
  function named(...names: readonly string[]): readonly Setting[] {
    if (index === undefined) {
      index = new Map();
      for (const setting of facts.settings) {
        const name = plainName(nameOf(setting));
        const list = index.get(name);
        if (list === undefined) index.set(name, [setting]);
        else list.push(setting);
      }
    }
    const found = names.flatMap((name) => index?.get(name) ?? []);
    return names.length > 1 ? found.sort((a, b) => a.start - b.start) : found;
  }
  return { ...facts, named };
}
