import { checkCases } from "../../testing/check-cases.ts";
import { xmlrpcImport } from "./xmlrpc-import.ts";

checkCases(xmlrpcImport, {
  found: ["import xmlrpc.client\n"],
  clean: ["import json\n"],
});
