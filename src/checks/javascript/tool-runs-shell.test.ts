import { checkCases } from "../../testing/check-cases.ts";
import { toolRunsShell } from "./tool-runs-shell.ts";

checkCases(toolRunsShell, {
  found: [
    "import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';\nimport { exec } from 'child_process';\nimport { promisify } from 'util';\nconst run = promisify(exec);\nserver.tool('ping', { host: z.string() }, async ({ host }) => ({ out: await run(`ping ${host}`) }));",
    "import { tool } from 'ai';\nimport { execSync } from 'child_process';\nexport const shell = tool({ description: 'x', inputSchema, execute: async ({ command }) => execSync(command).toString() });",
    "import { tool } from '@langchain/core/tools';\nconst t = tool(async ({ code }) => eval(code), { name: 'js' });",
    "import { Server } from '@modelcontextprotocol/sdk/server/index.js';\nimport { execSync } from 'child_process';\nserver.setRequestHandler(CallToolRequestSchema, async (request) => {\n  switch (request.params.name) {\n    case 'run': {\n      return execSync(`kubectl ${request.params.arguments.verb}`);\n    }\n  }\n});",
    "import { DynamicTool } from '@langchain/core/tools';\nimport { exec } from 'child_process';\nnew DynamicTool({ name: 'sh', func: async (input) => { exec(input); } });",
  ],
  clean: [
    "import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';\nimport { execFile } from 'child_process';\nserver.tool('ping', { host }, async ({ host }) => execFile('ping', [host]));",
    "import { tool } from 'ai';\nimport { execSync } from 'child_process';\nexport const up = tool({ execute: async () => execSync('uptime').toString() });",
    "import { exec } from 'child_process';\nserver.tool('x', async ({ a }) => exec(a));",
    "import { tool } from 'ai';\nimport { execSync } from 'child_process';\nconst build = (a) => execSync(`make ${a}`);\nexport const t = tool({ execute: async () => 1 });",
  ],
});
