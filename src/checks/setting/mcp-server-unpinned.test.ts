import { commandCases } from "../../testing/command-cases.ts";
import { mcpServerUnpinned } from "./mcp-server-unpinned.ts";

const server = (command: string, ...args: string[]): string =>
  JSON.stringify({ mcpServers: { x: { command, args } } });

commandCases(mcpServerUnpinned, {
  found: [
    ["json", server("npx", "-y", "@modelcontextprotocol/server-filesystem", "/")],
    ["json", server("uvx", "mcp-server-fetch")],
    ["json", server("uvx", "--from", "git+https://github.com/a/b", "b")],
    ["json", server("C:\\node\\npx.cmd", "-y", "a@latest")],
    ["json", server("docker", "run", "-i", "--rm", "ghcr.io/acme/mcp")],
    ["json", '{"servers": {"x": {"type": "stdio", "command": "uvx", "args": ["a"]}}}'],
    ["toml", '[mcp_servers.x]\ncommand = "npx"\nargs = ["-y", "a"]\n'],
  ],
  clean: [
    ["json", server("npx", "-y", "@modelcontextprotocol/server-filesystem@2025.8.21", "/")],
    ["json", server("uvx", "mcp-server-fetch==1.0")],
    ["json", server("node", "server.js")],
    ["json", server("docker", "run", "ghcr.io/acme/mcp:1.2")],
    ["json", server("npx", "-y", "./server")],
    ["json", '{"scripts": {"x": {"command": "npx", "args": ["a"]}}}'],
  ],
});
