import type { LineIndex, Problem, Span } from "../../core/index.ts";

/** One setting: a key path and a plain value. */
export interface Setting extends Span {
  /** Joined by dots; elements of lists by their index: `services.web.ports.0`. */
  readonly key: string;
  /** As written, quotes removed. */
  readonly value: string;
}

/** The settings of a TOML, YAML, INI, JSON or dotenv file, flattened. */
export interface SettingView {
  readonly path: string;
  readonly text: string;
  readonly lines: LineIndex;
  readonly comments: readonly Span[];
  readonly problems: readonly Problem[];
  readonly settings: readonly Setting[];
}
