import { defineCheck } from "../define.ts";
import { shellUses } from "./processes.ts";
import { functionsAround, isFixed } from "./support.ts";
import { toolHandlers } from "./tools.ts";

const evaluators = [
  "eval",
  "Function",
  "vm.runInNewContext",
  "vm.runInContext",
  "vm.runInThisContext",
  "vm.Script",
];

export const toolRunsShell = defineCheck({
  meta: {
    id: "tool-runs-shell",
    code: "PV-JS-003",
    title: "A tool hands what a model writes to a shell or an interpreter",
    asset: "javascript",
    severity: "high",
    confidence: "medium",
    audience: "default",
    aliases: [],
    controls: [
      "CWE-78",
      "CWE-94",
      "OWASP-LLM03:2026",
      "OWASP-LLM06:2025",
      "OWASP-ASI02:2026",
      "OWASP-ASI05:2026",
      "ATLAS:AML.T0050",
      "ATLAS:AML.T0053",
    ],
    why: "The arguments of a tool come from the model, and the model does what the last document told it to: one sentence there runs a command here.",
    mend: "Offer fixed commands: `execFile` with a list of words, each checked against what is allowed; run free commands in a container without network and secrets.",
    blind:
      "Tools in frameworks that are not known here; commands that another function puts together.",
    references: ["CVE-2025-53355"],
    since: "0.1.0",
    examples: {
      found: [
        {
          path: "a.ts",
          code: 'import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";\nimport { execSync } from "child_process";\nconst server = new McpServer({ name: "git" });\nserver.registerTool("log", { inputSchema }, async ({ branch }) => {\n  return text(execSync(`git log ${branch}`));\n});\n',
        },
      ],
      clean: [
        {
          path: "a.ts",
          code: 'import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";\nimport { execFileSync } from "child_process";\nconst server = new McpServer({ name: "git" });\nserver.registerTool("log", { inputSchema }, async ({ branch }) => {\n  return text(execFileSync("git", ["log", "--", branch]));\n});\n',
        },
      ],
    },
  },
  wants: (file) =>
    file.mentions("exec") ||
    file.mentions("spawn") ||
    file.mentions("eval") ||
    file.mentions("Function") ||
    file.mentions("vm"),
  run: (view, report) => {
    const handlers = toolHandlers(view);
    if (handlers.size === 0) return;
    const isTool = (node: Parameters<typeof functionsAround>[0]): boolean =>
      [...functionsAround(node)].some((each) => handlers.has(each));
    for (const { call, command } of shellUses(view))
      if (isTool(call.node)) report(command, { extent: call });
    for (const call of view.calls(...evaluators)) {
      const code = call.positional(call.method === "Function" ? call.node.args.length - 1 : 0);
      if (code !== undefined && !isFixed(code) && isTool(call.node))
        report(code, { extent: call, message: "A tool runs a text as code" });
    }
  },
});
