import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { messageOf, PaviseError } from "../core/index.ts";
import { defaultConfig, type Config } from "./config.ts";

const configName = "pavise.yaml";

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
  const file =
    from.file === undefined ? findConfig(from.targets, from.cwd) : resolve(from.cwd, from.file);
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
