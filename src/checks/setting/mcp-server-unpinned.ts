import type { Setting } from "../../formats/setting/view.ts";
import { defineCheck } from "../define.ts";
import { mayHaveMcpServers, mcpServers, type McpServer } from "./mcp-servers.ts";

/** Programs that fetch a package and run it, with the words before the package. */
const runners: ReadonlyMap<string, RegExp> = new Map([
  ["npx", /^-/],
  ["bunx", /^-/],
  ["uvx", /^-/],
  ["pnpm", /^(?:-|dlx$)/],
  ["yarn", /^(?:-|dlx$)/],
  ["npm", /^(?:-|exec$|x$)/],
  ["bun", /^(?:-|x$)/],
  ["pipx", /^(?:-|run$)/],
  ["uv", /^(?:-|tool$|run$|x$)/],
]);

/** Options of these programs that take a value. */
const valued =
  /^(?:-p|--package|--from|--with|--python|--registry|-c|--call|--index-url|--directory|--spec)$/;

const programName = (command: string): string =>
  command
    .replaceAll("\\", "/")
    .split("/")
    .at(-1)!
    .replace(/\.(?:cmd|exe)$/i, "");

/** The package that is fetched: what `--package` or `--from` names, else the first operand. */
function packageOf({ command, args }: McpServer): Setting | undefined {
  const before = runners.get(programName(command?.value ?? ""));
  if (before === undefined) return undefined;
  for (let index = 0; index < args.length; index++) {
    const arg = args[index]!;
    if (/^(?:-p|--package|--from|--spec)$/.test(arg.value)) return args[index + 1];
    if (valued.test(arg.value)) index++;
    else if (!before.test(arg.value)) return arg;
  }
  return undefined;
}

/** True where a package is named with a release: `a@1.2.3`, `a==1.2.3`, a commit, a path. */
function isPinned(name: string): boolean {
  if (/^(?:[./~]|file:|[A-Za-z]:\\)/.test(name) || /\.(?:js|ts|py|mjs)$/.test(name)) return true;
  if (name.includes("://") || name.startsWith("github:"))
    return /[@#][0-9a-f]{40}\b/.test(name) || /#v?\d/.test(name);
  return /.@v?\d|==/.test(name);
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
      if (named !== undefined && !isPinned(named.value))
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
