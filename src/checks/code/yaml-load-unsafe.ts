import { defineCheck } from "../define.ts";
import { aliasesOf, lastWord } from "./support.ts";

const safeLoaders: ReadonlySet<string> = new Set([
  "SafeLoader",
  "CSafeLoader",
  "BaseLoader",
  "CBaseLoader",
]);
const unsafeLoaders: ReadonlySet<string> = new Set([
  "Loader",
  "CLoader",
  "UnsafeLoader",
  "CUnsafeLoader",
]);

export const yamlLoadUnsafe = defineCheck({
  meta: {
    id: "yaml-load-unsafe",
    code: "PV-CODE-040",
    title: "yaml.load can build any Python object",
    asset: "python",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: ["B506", "S506"],
    controls: ["CWE-502", "CWE-20", "OWASP-LLM04:2026", "OWASP-LLM03:2025", "OWASP-ML06:2023"],
    why: "A tag like `!!python/object/apply:os.system` in a configuration or a model card runs a command when it is read.",
    mend: "Use `yaml.safe_load`.",
    blind: "Loaders of your own.",
    references: ["CVE-2020-14343"],
    since: "0.1.0",
    examples: {
      found: [{ code: "import yaml\nyaml.load(stream, Loader=yaml.Loader)\n" }],
      clean: [{ code: "import yaml\nyaml.safe_load(stream)\n" }],
    },
  },
  run: ({ calls, imports }, report) => {
    for (const call of calls("ruamel.yaml.YAML", "ruamel.yaml.main.YAML")) {
      if (call.keyword("typ")?.is("unsafe") === true || call.positional(0)?.is("unsafe") === true)
        report(call, {
          aliases: [],
          message: 'A loader of ruamel.yaml with `typ="unsafe"` builds any Python object',
        });
    }
    for (const call of calls("ruamel.yaml.load", "ruamel.yaml.unsafe_load")) {
      const loader = lastWord(call.argument(1, "Loader")?.node);
      if (loader !== undefined && (safeLoaders.has(loader) || loader === "RoundTripLoader"))
        continue;
      report(call, { aliases: [], message: `${call.name} builds any Python object` });
    }
    const isImported = imports().some(({ name }) => name === "yaml");
    for (const call of calls(
      "yaml.load",
      "yaml.load_all",
      "yaml.unsafe_load",
      "yaml.unsafe_load_all",
    )) {
      const loader = call.argument(1, "Loader");
      const word = lastWord(loader?.node) ?? loader?.name().split(".").at(-1);
      const isLoad = call.name === "yaml.load" && isImported;
      if (call.method.startsWith("unsafe")) report(call, { aliases: [] });
      else if (word === undefined || !safeLoaders.has(word)) {
        const details = isLoad ? aliasesOf(call) : { aliases: [] };
        // FullLoader is the default since PyYAML 5.1 and builds only plain objects since 5.4.
        if (loader === undefined)
          report(call, {
            ...details,
            message:
              "yaml.load without a loader builds Python objects in PyYAML before 5.4, and fails from 6.0 on",
          });
        else if (word === "FullLoader")
          report(call, { ...details, severity: "low", audience: "pedantic" });
        else if (word !== undefined && unsafeLoaders.has(word)) report(call, details);
        else
          report(call, {
            ...details,
            severity: "low",
            audience: "pedantic",
            message: "yaml.load with a loader whose safety cannot be told",
          });
      }
    }
  },
});
