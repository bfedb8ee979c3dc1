import { checkCases } from "../../testing/check-cases.ts";
import { mcpServerOpen } from "./mcp-server-open.ts";

checkCases(mcpServerOpen, {
  found: [
    "from fastmcp import FastMCP\nmcp = FastMCP('x')\nmcp.run(transport='http', host='0.0.0.0', port=8000)",
    "from mcp.server.fastmcp import FastMCP as F\nHOST = '0.0.0.0'\nF(\n  'x',\n  host=HOST)",
    "from mcp.server.transport_security import TransportSecuritySettings\nTransportSecuritySettings(enable_dns_rebinding_protection=False)",
  ],
  clean: [
    "from fastmcp import FastMCP\nmcp = FastMCP('x', auth=provider)\nmcp.run(transport='http', host='0.0.0.0')",
    "from fastmcp import FastMCP\nFastMCP('x').run(host='127.0.0.1')",
    "from flask import Flask\napp = Flask('x')\n# mcp\napp.run(host='0.0.0.0')",
  ],
});
