import { checkCases } from "../../testing/check-cases.ts";
import { telnetUsed } from "./telnet-used.ts";

checkCases(telnetUsed, {
  found: ["import telnetlib\ntelnetlib.Telnet(host)\n"],
  clean: ["import asyncssh\nasyncssh.connect(host)\n"],
});
