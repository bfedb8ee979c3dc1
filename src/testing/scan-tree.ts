import { defaultConfig } from "../engine/config.ts";
import { scan, type ScanOptions } from "../engine/scan.ts";
import type { Run } from "../core/index.ts";
import { makeTree } from "./tree.ts";

/** URL of the toolbox that the engine is tested with. */
export const testToolbox = new URL("./engine-toolbox.ts", import.meta.url).href;

/** Scans a folder, or one made of `files`, with the test toolbox. */
export function scanTree(
  files: string | Readonly<Record<string, string | Buffer>>,
  options: Partial<ScanOptions> = {},
): Promise<Run> {
  const root = typeof files === "string" ? files : makeTree(files);
  return scan({
    targets: ["."],
    cwd: root,
    config: defaultConfig,
    toolbox: testToolbox,
    ...options,
  });
}
