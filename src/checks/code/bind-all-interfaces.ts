import type { Constant } from "../../formats/python/nodes.ts";
import { defineCheck } from "../define.ts";

/** True where the address is what a server is told to listen on. */
function binds(node: Constant): boolean {
  const { parent } = node;
  if (parent?.kind === "keyword")
    return /^(host|bind|address|ip|server_name|interface|listen)/.test(parent.arg ?? "");
  if (parent?.kind !== "Tuple" || parent.parent?.kind !== "Call") return false;
  const { func } = parent.parent;
  return func.kind === "Attribute" && func.attr === "bind";
}

/** `auth=` beside the address, as Gradio takes it. */
function asksForLogin({ parent }: Constant): boolean {
  const call = parent?.kind === "keyword" ? parent.parent : null;
  if (call?.kind !== "Call") return false;
  return call.keywords.some(
    ({ arg, value }) => arg === "auth" && !(value.kind === "Constant" && value.value === null),
  );
}

export const bindAllInterfaces = defineCheck({
  meta: {
    id: "bind-all-interfaces",
    code: "PV-CODE-004",
    title: "A service listens on all network interfaces",
    asset: "python",
    severity: "low",
    confidence: "medium",
    audience: "audit",
    aliases: ["B104", "S104"],
    controls: ["CWE-605", "CWE-1327"],
    why: "Everybody who reaches the machine reaches the service, the office network and other containers included.",
    mend: "Listen on 127.0.0.1, or put a proxy with authentication in front.",
    blind: "Whether a firewall or a container limits who reaches it.",
    since: "0.1.0",
    examples: {
      found: [{ code: 'app.run(host="0.0.0.0")\n' }],
      clean: [{ code: 'app.run(host="127.0.0.1")\n' }],
    },
  },
  run: ({ facts }, report) => {
    for (const node of facts.strings) {
      if (node.type !== "str" || node.value !== "0.0.0.0" || node.parent?.kind === "Expr") continue;
      const where = node.parent?.kind === "JoinedStr" ? node.parent : node;
      const extent = node.parent ?? node;
      if (binds(node) && !asksForLogin(node))
        report(where, { extent, severity: "medium", audience: "default" });
      else report(where, { extent });
    }
  },
});
