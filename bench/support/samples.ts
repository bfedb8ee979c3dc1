import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { atLeast, type Finding, type Run } from "../../src/core/index.ts";
import { defaultConfig, scan } from "../../src/engine/index.ts";
import { withFolder } from "./tools.ts";

/** Scans one folder as a user would who has configured nothing. */
export function scanFolder(folder: string): Promise<Run> {
  return scan({ targets: ["."], cwd: folder, config: defaultConfig });
}

/** Scans a file that is made for it. */
export function scanText(path: string, text: string): Promise<Run> {
  return withFolder((folder) => {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    return scanFolder(folder);
  });
}

/** Whether a reader who has configured nothing is shown it. */
export function isShown({ audience }: Finding): boolean {
  return audience === "default";
}

/** Whether it is more than a remark, whoever is shown it. */
export function isGrave({ severity }: Finding): boolean {
  return atLeast(severity, "medium");
}
