import { checkCases } from "../../testing/check-cases.ts";
import { ftplibImport } from "./ftplib-import.ts";

checkCases(ftplibImport, {
  found: ["import ftplib\n"],
  clean: ["import asyncssh\n"],
});
