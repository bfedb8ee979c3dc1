import { defineCheck } from "../define.ts";
import { importsOf } from "./support.ts";

const modules: readonly string[] = [
  "wsgiref.handlers.CGIHandler",
  "twisted.web.twcgi.CGIScript",
  "twisted.web.twcgi.CGIDirectory",
];

export const cgiHandlerImport = defineCheck({
  meta: {
    id: "cgi-handler-import",
    code: "PV-CODE-032",
    title: "A CGI handler is imported that trusts the header Proxy",
    asset: "python",
    severity: "medium",
    confidence: "high",
    audience: "pedantic",
    aliases: ["B412", "S412"],
    controls: ["CWE-284"],
    why: "A request with a header `Proxy:` sends the outgoing requests of the program through a server of the attacker (httpoxy).",
    mend: "Use WSGI or ASGI.",
    since: "0.1.0",
    examples: {
      found: [{ code: "from wsgiref.handlers import CGIHandler\n" }],
      clean: [{ code: "from wsgiref.simple_server import make_server\n" }],
    },
  },
  run: (view, report) => {
    for (const found of importsOf(view, modules))
      report(found, {
        ...found.details,
        message: `A CGI handler is imported that trusts the header Proxy (${found.module})`,
      });
  },
});
