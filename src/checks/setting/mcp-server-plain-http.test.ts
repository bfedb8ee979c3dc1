import { commandCases } from "../../testing/command-cases.ts";
import { mcpServerPlainHttp } from "./mcp-server-plain-http.ts";

commandCases(mcpServerPlainHttp, {
  found: [
    ["json", '{"mcpServers": {"x": {"url": "http://mcp.example.com/sse"}}}'],
    [
      "json",
      '{"mcpServers": {"x": {"command": "npx", "args": ["mcp-remote", "http://mcp.example.com/sse"]}}}',
    ],
    ["json", '{"servers": {"x": {"type": "http", "url": "http://198.51.100.7/mcp"}}}'],
  ],
  clean: [
    ["json", '{"mcpServers": {"x": {"url": "https://mcp.example.com/sse"}}}'],
    ["json", '{"mcpServers": {"x": {"url": "http://127.0.0.1:8000/sse"}}}'],
    ["json", '{"mcpServers": {"x": {"url": "http://desk:8000/sse"}}}'],
    ["json", '{"links": {"x": {"url": "http://example.com"}}}'],
  ],
});
