import { checkCases } from "../../testing/check-cases.ts";
import { cgiHandlerImport } from "./cgi-handler-import.ts";

checkCases(cgiHandlerImport, {
  found: ["from wsgiref.handlers import CGIHandler\n"],
  clean: ["from wsgiref.simple_server import make_server\n"],
});
