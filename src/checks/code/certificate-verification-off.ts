import type { Node } from "../../formats/python/nodes.ts";
import { defineCheck } from "../define.ts";
import { aliasesOf } from "./support.ts";
import { namesIn } from "./words.ts";

const verbs = ["get", "options", "head", "post", "put", "patch", "delete"] as const;
const requestsCalls = verbs.map((verb) => `requests.${verb}`);
const httpxCalls = [...verbs, "request", "stream", "Client", "AsyncClient"].map(
  (name) => `httpx.${name}`,
);
const sessionCalls = [...verbs, "request"].map((name) => `requests.Session().${name}`);

/** True inside `if not args.verify_ssl:` and its like: whoever runs the program asked for it. */
function isAskedFor(node: Node): boolean {
  for (let above = node.parent; above !== null; above = above.parent) {
    if (above.kind === "FunctionDef" || above.kind === "ClassDef") return false;
    if (above.kind !== "If") continue;
    if (namesIn(above.test).some((name) => /verif|insecure|ssl|cert/i.test(name))) return true;
  }
  return false;
}

export const certificateVerificationOff = defineCheck({
  meta: {
    id: "certificate-verification-off",
    code: "PV-CODE-035",
    title: "TLS certificates are not verified",
    asset: "python",
    severity: "high",
    confidence: "high",
    audience: "default",
    aliases: ["B501", "S501"],
    controls: ["CWE-295", "OWASP-LLM04:2026", "OWASP-LLM03:2025", "OWASP-ML06:2023"],
    why: "Anybody on the way can pose as the server, read tokens and data, and swap a model that is fetched.",
    mend: 'Leave `verify` on; for an authority of your own pass its file: `verify="ca.pem"`.',
    blind: "Environment variables (`environment-switch-off-safety` sees those), other clients.",
    since: "0.1.0",
    examples: {
      found: [{ code: "import requests\nrequests.get(url, verify=False)\n" }],
      clean: [{ code: 'import requests\nrequests.get(url, verify="ca.pem")\n' }],
    },
  },
  run: ({ calls, facts, value }, report) => {
    for (const call of calls(
      ...requestsCalls,
      ...httpxCalls,
      ...sessionCalls,
      "requests.request",
    )) {
      const verify = call.keyword("verify");
      if (verify?.is(false) !== true) continue;
      const isLiteral = verify.node.kind === "Constant" && call.name !== "requests.request";
      report(verify, {
        extent: call,
        ...(isLiteral ? aliasesOf(call) : { aliases: [] }),
        ...(isAskedFor(call.node) ? { severity: "medium" } : {}),
      });
    }
    for (const assign of facts.assigns) {
      const target = assign.kind === "Assign" ? assign.targets[0] : assign.target;
      if (target?.kind !== "Attribute" || target.attr !== "verify" || assign.value === null)
        continue;
      if (value(target.value).name() === "requests.Session()" && value(assign.value).is(false))
        report(assign, { aliases: [] });
    }
  },
});
