import { checkCases } from "../../testing/check-cases.ts";
import { sshHostKeyUnchecked } from "./ssh-host-key-unchecked.ts";

checkCases(sshHostKeyUnchecked, {
  found: ["from paramiko import AutoAddPolicy\nc.set_missing_host_key_policy(AutoAddPolicy)"],
  clean: ["c.set_missing_host_key_policy(AutoAddPolicy())"],
});
