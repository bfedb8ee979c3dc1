import type { PythonCall, PythonValue } from "../../formats/python/values.ts";
import { defineCheck } from "../define.ts";

function isAnyOrigin(value: PythonValue | undefined): boolean {
  if (value === undefined) return false;
  if (value.is("*") || value.is(".*")) return true;
  return value.elements()?.some((element) => element.is("*")) ?? false;
}

function openOrigins(call: PythonCall): PythonValue | undefined {
  const names = ["allow_origins", "allow_origin_regex", "origins", "allowed_origins"];
  return names.map((name) => call.keyword(name)).find(isAnyOrigin);
}

export const corsAnyOriginCredentials = defineCheck({
  meta: {
    id: "cors-any-origin-credentials",
    code: "PV-CODE-603",
    title: "Any web page may call the API as the visitor",
    asset: "python",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-942", "CWE-346", "OWASP-LLM02:2026", "OWASP-LLM02:2025", "ATLAS:AML.T0040"],
    why: "With credentials allowed, the server answers every origin by its name: a page that a colleague opens reads the API with the colleague's cookies.",
    mend: "Name the origins, or leave credentials off.",
    blind: "Whether the API uses cookies at all.",
    references: ["https://fastapi.tiangolo.com/tutorial/cors/"],
    since: "0.1.0",
    examples: {
      found: [
        {
          code: 'from fastapi.middleware.cors import CORSMiddleware\napp.add_middleware(CORSMiddleware, allow_origins=["*"], allow_credentials=True)\n',
        },
      ],
      clean: [
        {
          code: 'from fastapi.middleware.cors import CORSMiddleware\napp.add_middleware(CORSMiddleware, allow_origins=["https://desk.riverbank.io"], allow_credentials=True)\n',
        },
      ],
    },
  },
  run: (view, report) => {
    for (const call of view.methods(
      "add_middleware",
      "CORSMiddleware",
      "Middleware",
      "CORS",
      "cross_origin",
    )) {
      const credentials = call.keyword("allow_credentials") ?? call.keyword("supports_credentials");
      if (credentials?.is(true) !== true) continue;
      // Flask-CORS allows every origin where none is named.
      const isFlask = call.name.startsWith("flask_cors.");
      const isOpen = openOrigins(call) !== undefined;
      const isUnsaid =
        isFlask && ["origins", "resources"].every((name) => call.keyword(name) === undefined);
      if (isOpen || isUnsaid) report(call);
    }
  },
});
