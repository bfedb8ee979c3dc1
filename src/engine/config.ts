import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import {
  defaultPolicy,
  messageOf,
  PaviseError,
  type Audience,
  type Confidence,
  type GatePolicy,
  type Limits,
  type Threshold,
} from "../core/index.ts";

/** An exception from the gate's threshold, as it is configured. */
export interface ConfigRule {
  readonly check?: string;
  /** A pattern in the syntax of `.gitignore`. */
  readonly path?: string;
  readonly control?: string;
  readonly audience?: Audience;
  readonly failOn: Threshold;
}

/** A finding that was judged and is allowed. */
export interface AllowEntry {
  readonly check: string;
  /** A pattern in the syntax of `.gitignore`. */
  readonly path?: string;
  readonly fingerprint?: string;
  readonly reason: string;
  /** ISO date, the last day on which it holds. */
  readonly until?: string;
  /** Line and column of the entry in the file. */
  readonly line: number;
  readonly column: number;
}

/** A place in the configuration where a check is named. */
export interface NamedCheck {
  readonly name: string;
  readonly line: number;
  readonly column: number;
}

/** What `pavise.yaml` says, with defaults where it is silent. */
export interface Config {
  /** The file it comes from; undefined where there is none. */
  readonly file?: string;
  readonly audience: Audience;
  readonly gate: {
    readonly failOn: Threshold;
    readonly minConfidence: Confidence;
    readonly unread: GatePolicy["unread"];
    readonly rules: readonly ConfigRule[];
  };
  readonly allow: readonly AllowEntry[];
  readonly exclude: readonly string[];
  readonly disable: readonly string[];
  readonly limits: Partial<Limits>;
  /** Every check that the file names, to be looked up when the checks are loaded. */
  readonly named: readonly NamedCheck[];
}

/** What holds where there is no `pavise.yaml`. */
export const defaultConfig: Config = {
  audience: defaultPolicy.audience,
  gate: {
    failOn: defaultPolicy.failOn,
    minConfidence: defaultPolicy.minConfidence,
    unread: defaultPolicy.unread,
    rules: [],
  },
  allow: [],
  exclude: [],
  disable: [],
  limits: {},
  named: [],
};

/** Name of the configuration file. */
export const configName = "pavise.yaml";

/** The configuration file of a scan: in the folder of the first target, else in the current one. */
function findConfig(targets: readonly string[], cwd: string): string | undefined {
  const first = resolve(cwd, targets[0] ?? ".");
  const isFolder = statSync(first, { throwIfNoEntry: false })?.isDirectory() === true;
  const places = [isFolder ? first : dirname(first), cwd];
  return places.map((place) => join(place, configName)).find((file) => existsSync(file));
}

/**
 * Reads the configuration: the file named by `file`, or the one that is found. Throws
 * `config-missing` or `config-invalid`, the latter with line and column.
 */
export async function loadConfig(from: {
  readonly targets: readonly string[];
  readonly cwd: string;
  readonly file?: string;
}): Promise<Config> {
  const file = from.file === undefined ? findConfig(from.targets, from.cwd) : resolve(from.cwd, from.file);
  if (file === undefined) return defaultConfig;
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    throw new PaviseError("config-missing", `${from.file ?? file}: ${messageOf(error)}`, {
      hint: "`pavise init` writes a configuration to start from.",
      cause: error,
    });
  }
  // YAML and zod cost more time than the scan of a small file; without a file they stay unloaded.
  const { parseConfig } = await import("./config-file.ts");
  return parseConfig(text, file);
}
