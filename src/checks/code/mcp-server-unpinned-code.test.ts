import { checkCases } from "../../testing/check-cases.ts";
import { mcpServerUnpinnedCode } from "./mcp-server-unpinned-code.ts";

checkCases(mcpServerUnpinnedCode, {
  found: [
    'MCPServerStdio("npx", args=["-y", "some-server"])',
    'MCPServerStdio(params={"command": "uvx", "args": ["mcp-server-git"]})',
    'StdioServerParameters(command="npx", args=["-y", "a", folder])',
  ],
  clean: [
    'MCPServerStdio("npx", args=["-y", "some-server@1.0.3"])',
    'MCPServerStdio("python", args=["server.py"])',
    'StdioServerParameters(command="npx", args=["-y", package])',
    'Popen(command="npx", args=["-y", "a"])',
  ],
});
