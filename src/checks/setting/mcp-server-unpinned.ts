import type { Setting } from "../../formats/setting/view.ts";
import { defineCheck } from "../define.ts";
import { isPinnedPackage, packageAt, programName } from "../support/mcp-packages.ts";
import { mayHaveMcpServers, mcpServers, type McpServer } from "./mcp-servers.ts";

/** The package that is fetched whenever the server is started. */
function packageOf({ command, args }: McpServer): Setting | undefined {
  return args[
    packageAt(
      command?.value ?? "",
      args.map(({ value }) => value),
    )
  ];
}

/** An image of Docker with neither a digest nor a tag that names a release. */
function imageOf({ command, args }: McpServer): Setting | undefined {
  if (!/^(?:docker|podman)$/.test(programName(command?.value ?? ""))) return undefined;
  const image = args.findLast(({ value }) =>
    /^[a-z0-9][\w.-]*(?::\d+)?\/[\w./-]+(?::[\w.-]+)?(?:@sha256:\w+)?$/.test(value),
  );
  if (image === undefined || image.value.includes("@sha256:")) return undefined;
  const tag = /:([\w.-]+)$/.exec(image.value)?.[1];
  return tag === undefined || tag === "latest" || tag === "main" ? image : undefined;
}

export const mcpServerUnpinned = defineCheck({
  meta: {
    id: "mcp-server-unpinned",
    code: "PV-CONF-014",
    title: "A tool server is fetched anew, without a version, whenever it is started",
    asset: "setting",
    severity: "low",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: [
      "CWE-494",
      "CWE-829",
      "OWASP-LLM04:2026",
      "OWASP-LLM03:2025",
      "OWASP-ASI04:2026",
      "ATLAS:AML.T0010.005",
      "ATLAS:AML.T0011.002",
    ],
    why: "Whoever takes over the package, as has happened, runs code beside your assistant and writes the descriptions that it follows.",
    mend: "Name a release (`package@1.2.3`, `package==1.2.3`, an image by its digest), and look at what changes before you raise it.",
    blind: "Packages that the package itself asks for.",
    references: [
      "https://modelcontextprotocol.io/specification/2025-06-18/basic/security_best_practices",
    ],
    since: "0.1.0",
    examples: {
      found: [
        {
          path: "mcp.json",
          code: '{"mcpServers": {"files": {"command": "npx", "args": ["-y", "@acme/server-files", "data"]}}}\n',
        },
      ],
      clean: [
        {
          path: "mcp.json",
          code: '{"mcpServers": {"files": {"command": "npx", "args": ["-y", "@acme/server-files@1.4.2", "data"]}}}\n',
        },
      ],
    },
  },
  wants: mayHaveMcpServers,
  run: (view, report) => {
    for (const server of mcpServers(view)) {
      const named = packageOf(server);
      if (named !== undefined && !isPinnedPackage(named.value))
        report(named.at, {
          message: `The server \`${server.name}\` is whatever \`${named.value}\` is that day`,
        });
      const image = imageOf(server);
      if (image !== undefined)
        report(image.at, {
          message: `The server \`${server.name}\` is whatever the image \`${image.value}\` is that day`,
        });
    }
  },
});
