import { checkCases } from "../../testing/check-cases.ts";
import { paramikoExecCommand } from "./paramiko-exec-command.ts";

checkCases(paramikoExecCommand, {
  found: ['import paramiko\nclient = paramiko.SSHClient()\nclient.exec_command("ls " + name)\n'],
  clean: ["client.exec_command(c)"],
});
