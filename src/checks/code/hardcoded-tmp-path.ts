import { defineCheck } from "../define.ts";

const folders = ["/tmp", "/var/tmp", "/dev/shm"] as const;

export const hardcodedTmpPath = defineCheck({
  meta: {
    id: "hardcoded-tmp-path",
    code: "PV-CODE-005",
    title: "A path under a shared temporary folder is fixed",
    asset: "python",
    severity: "low",
    confidence: "medium",
    audience: "pedantic",
    aliases: ["B108", "S108"],
    controls: ["CWE-377"],
    why: "Another user of the machine can put a file or a link there first, and have it read or overwritten.",
    mend: "Use `tempfile.mkdtemp()` or `NamedTemporaryFile`.",
    since: "0.1.0",
    examples: {
      found: [{ code: 'cache = "/tmp/model.bin"\n' }],
      clean: [{ code: "import tempfile\ncache = tempfile.mkdtemp()\n" }],
    },
  },
  run: ({ facts }, report) => {
    for (const node of facts.strings) {
      if (node.type !== "str" || typeof node.value !== "string" || node.parent?.kind === "Expr")
        continue;
      if (!folders.some((folder) => (node.value as string).startsWith(folder))) continue;
      report(node.parent?.kind === "JoinedStr" ? node.parent : node, {
        extent: node.parent ?? node,
      });
    }
  },
});
