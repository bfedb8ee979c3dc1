import { checkCases } from "../../testing/check-cases.ts";
import { telnetlibImport } from "./telnetlib-import.ts";

checkCases(telnetlibImport, {
  found: ["import telnetlib\n"],
  clean: ["import asyncssh\n"],
});
