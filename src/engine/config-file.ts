import type { PaviseError } from "../core/index.ts";
import { defaultConfig, type Config, type NamedCheck } from "./config.ts";
import { ConfigFile } from "./config-schema.ts";
import { nearest } from "./nearest.ts";
import { invalidFile, readYaml, type Locate } from "./yaml-file.ts";

const help = "`pavise init` writes one with every key explained, to compare with.";

/** A complaint about a check that the configuration names and nobody knows. */
export function unknownCheck(
  file: string,
  named: NamedCheck,
  known: readonly string[],
): PaviseError {
  const guess = nearest(named.name, known);
  const hint = guess === undefined ? "`pavise checks` lists them." : `Did you mean \`${guess}\`?`;
  return invalidFile({ file, help }, [
    { ...named, message: `no check is called "${named.name}"`, hint },
  ]);
}

/** Reads the text of a `pavise.yaml`. Throws `config-invalid` with every place that is wrong. */
export function parseConfig(text: string, file: string): Config {
  const { data, locate } = readYaml({ text, file, help }, ConfigFile);
  return fromFile(data, { file, locate });
}

function fromFile(data: ConfigFile, source: { file: string; locate: Locate }): Config {
  const { file, locate } = source;
  const rules = data.gate?.rules ?? [];
  const allow = data.allow ?? [];
  const disable = data.checks?.disable ?? [];
  const named: NamedCheck[] = [
    ...rules.flatMap(({ check }, at) =>
      check === undefined ? [] : [{ name: check, ...locate(["gate", "rules", at, "check"]) }],
    ),
    ...allow.map(({ check }, at) => ({ name: check, ...locate(["allow", at, "check"]) })),
    ...disable.map((name, at) => ({ name, ...locate(["checks", "disable", at]) })),
  ];
  const { limits } = data;
  const given = {
    maxTextBytes: limits?.["max-text-bytes"],
    maxNotebookBytes: limits?.["max-notebook-bytes"],
    fileTimeoutMs: limits?.["file-timeout-ms"],
    workerHeapMb: limits?.["worker-heap-mb"],
    maxFindingsPerCheck: limits?.["max-findings-per-check"],
  };
  return {
    file,
    audience: data.audience ?? defaultConfig.audience,
    gate: {
      failOn: data.gate?.["fail-on"] ?? defaultConfig.gate.failOn,
      minConfidence: data.gate?.["min-confidence"] ?? defaultConfig.gate.minConfidence,
      unread: data.gate?.unread ?? defaultConfig.gate.unread,
      rules: rules.map(({ "fail-on": failOn, ...rest }) => ({ ...rest, failOn })),
    },
    allow: allow.map((entry, at) => ({ ...entry, ...locate(["allow", at]) })),
    exclude: data.exclude ?? [],
    disable,
    limits: Object.fromEntries(Object.entries(given).filter(([, limit]) => limit !== undefined)),
    models: data.flow ?? defaultConfig.models,
    ownNames: data.models?.["own-names"] ?? defaultConfig.ownNames,
    robustness: data.robustness,
    named,
  };
}
