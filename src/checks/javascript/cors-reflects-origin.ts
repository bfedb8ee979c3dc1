import type { PythonValue } from "../../formats/python/values.ts";
import type { JavaScriptView } from "../../formats/javascript/view.ts";
import { defineCheck } from "../define.ts";
import { functionOf, option } from "./support.ts";

const packages =
  /^(?:cors|@fastify\/cors|@koa\/cors|koa2-cors|@elysiajs\/cors|hono\/cors|@nestjs\/)/;

/** True for an `origin` that answers every page by its own name. */
function isEveryOrigin(view: JavaScriptView, origin: PythonValue | undefined): boolean {
  if (origin === undefined) return false;
  if (origin.is(true)) return true;
  const node = origin.origin();
  // `origin: (o) => o`
  if (node.kind === "Lambda") {
    const { body, args } = node;
    return (body.kind === "Name" && body.id === args.args[0]?.arg) || isYes(body);
  }
  // `origin: (o, cb) => { cb(null, true); }` and nothing else.
  const [only, ...more] = functionOf(view, node)?.body ?? [];
  if (only === undefined || more.length > 0) return false;
  return (
    (only.kind === "Expr" || only.kind === "Return") && only.value !== null && isYes(only.value)
  );
}

/** `cb(null, true)` */
function isYes(node: NonNullable<PythonValue["node"]>): boolean {
  if (node.kind !== "Call" || node.args.length !== 2) return false;
  const [error, answer] = node.args;
  return (
    error?.kind === "Constant" &&
    error.type === "none" &&
    answer?.kind === "Constant" &&
    answer.value === true
  );
}

export const corsReflectsOrigin = defineCheck({
  meta: {
    id: "cors-reflects-origin",
    code: "PV-JS-013",
    title: "Any web page may call the service as the visitor",
    asset: "javascript",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-942", "CWE-346", "OWASP-LLM02:2026", "OWASP-LLM02:2025", "ATLAS:AML.T0040"],
    why: "With credentials allowed, the server answers every origin by its name: a page that a colleague opens reads the API with the colleague's cookies.",
    mend: "Name the origins, or leave credentials off.",
    blind: "Whether the API uses cookies at all; headers that are set by hand from a list.",
    references: ["https://github.com/expressjs/cors#configuration-options"],
    since: "0.1.0",
    examples: {
      found: [
        {
          path: "a.js",
          code: 'const cors = require("cors");\napp.use(cors({ origin: true, credentials: true }));\n',
        },
      ],
      clean: [
        {
          path: "a.js",
          code: 'const cors = require("cors");\napp.use(cors({ origin: "https://desk.riverbank.io", credentials: true }));\n',
        },
      ],
    },
  },
  wants: (file) => file.mentions("cors") || file.mentions("Access-Control-Allow-Origin"),
  run: (view, report) => {
    for (const call of view.allCalls()) {
      const isCors = packages.test(call.name) || call.method === "enableCors";
      if (!isCors || option(call, "credentials")?.is(true) !== true) continue;
      const origin = option(call, "origin");
      if (isEveryOrigin(view, origin)) report(call);
    }
    // `app.register(cors, { origin: true, credentials: true })`
    for (const call of view.methods("register")) {
      const plugin = call.positional(0);
      if (plugin === undefined || !packages.test(plugin.name())) continue;
      if (
        option(call, "credentials")?.is(true) === true &&
        isEveryOrigin(view, option(call, "origin"))
      )
        report(call);
    }
    const headers = new Map<string, PythonValue>();
    let place;
    for (const call of view.methods("setHeader", "set", "header", "writeHead", "append")) {
      const name = call.positional(0)?.string()?.toLowerCase();
      const value = call.positional(1);
      if (name === undefined || value === undefined || !name.startsWith("access-control-allow-"))
        continue;
      headers.set(name, value);
      if (name === "access-control-allow-origin") place = call;
    }
    const echoed = headers.get("access-control-allow-origin");
    const isEcho =
      echoed !== undefined &&
      /\.headers\.origin$|\.headers\.get\(\)$|\.get\(\)$|\.header\(\)$/.test(echoed.name());
    const credentials = headers.get("access-control-allow-credentials");
    const isAllowed = credentials?.is("true") === true || credentials?.is(true) === true;
    if (place === undefined || !isEcho || !isAllowed) return;
    // A list of origins in the same file is most likely asked before.
    if (!/allowed|whitelist|allow_?list|includes\(|\.has\(/i.test(view.text))
      report(place, { confidence: "medium" });
  },
});
