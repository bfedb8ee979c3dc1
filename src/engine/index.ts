export { readBaseline } from "./baseline.ts";
export { defaultConfig, type Config } from "./config.ts";
export { loadConfig } from "./load-config.ts";
export { nearest } from "./nearest.ts";
export { buildRegistry, type Registry } from "./registry.ts";
export { scan, type Progress, type ScanOptions } from "./scan.ts";
export { suppressionChecks } from "./suppression-checks.ts";
export { loadToolbox } from "./toolbox.ts";
export { paviseVersion } from "./version.ts";
