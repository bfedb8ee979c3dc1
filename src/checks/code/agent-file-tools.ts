import type { FindingDetails } from "../../core/index.ts";
import type { PythonCall } from "../../formats/python/values.ts";
import { defineCheck } from "../define.ts";
import { callsOf, callsWith } from "./agents.ts";

/** Tools with which a model reaches files, and the parameter that keeps it in one folder. */
const tools: ReadonlyMap<string, string> = new Map([
  ["FileManagementToolkit", "root_dir"],
  ["WriteFileTool", "root_dir"],
  ["DeleteFileTool", "root_dir"],
  ["MoveFileTool", "root_dir"],
  ["CopyFileTool", "root_dir"],
  ["ReadFileTool", "root_dir"],
  ["FilesystemFileSearchMiddleware", "root_path"],
  ["FileTools", "base_dir"],
  ["FileWriterTool", "directory"],
]);

const wholeDisk = /^(?:\/|~\/?|[A-Za-z]:[/\\]?|\/(?:home|root|etc|var|usr|Users)\/?)$/;

function judge(call: PythonCall): FindingDetails | undefined {
  const name = tools.get(call.method) ?? "";
  const root =
    call.keyword(name) ??
    (call.method === "FileManagementToolkit" ? call.positional(0) : undefined);
  const path = root?.string();
  if (root === undefined || root.is(null)) {
    if (
      call.hasUnknownArguments() ||
      call.method === "FileWriterTool" ||
      call.method === "FileTools"
    )
      return undefined;
    return call.method === "ReadFileTool"
      ? { message: "A model may read every file that the process may read", severity: "low" }
      : { message: "A model may read and write every file that the process may" };
  }
  return path !== undefined && wholeDisk.test(path)
    ? { message: `A model may reach every file under \`${path}\`` }
    : undefined;
}

export const agentFileTools = defineCheck({
  meta: {
    id: "agent-file-tools",
    code: "PV-CODE-532",
    title: "A model may reach files all over the machine",
    asset: "python",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: [
      "CWE-732",
      "CWE-22",
      "OWASP-LLM03:2026",
      "OWASP-LLM06:2025",
      "OWASP-ASI02:2026",
      "ATLAS:AML.T0053",
    ],
    why: "A sentence in a document is enough to have keys read, start-up files written or folders deleted.",
    mend: "Give the tools one folder that holds nothing else (`root_dir`), and only those that are needed.",
    blind: "What the account of the process may do; a container around it.",
    references: ["https://python.langchain.com/docs/integrations/tools/filesystem/"],
    since: "0.1.0",
    examples: {
      found: [
        {
          code: "from langchain_community.agent_toolkits import FileManagementToolkit\ntools = FileManagementToolkit().get_tools()\n",
        },
      ],
      clean: [
        {
          code: 'from langchain_community.agent_toolkits import FileManagementToolkit\ntools = FileManagementToolkit(root_dir="work").get_tools()\n',
        },
      ],
    },
  },
  run: (view, report) => {
    for (const call of callsOf(
      view,
      ["langchain", "agno", "phi", "crewai_tools"],
      [...tools.keys()],
    )) {
      const details = judge(call);
      if (details !== undefined) report(call, details);
    }
    for (const { call, value } of callsWith(view, "disable_security")) {
      if (
        /^(?:browser_use\b|BrowserConfig|BrowserProfile|BrowserSession|Browser$)/.test(call.name) &&
        value.is(true)
      )
        report(value, {
          extent: call,
          message: "The browser that a model drives lets every page read every other",
        });
    }
  },
});
