import { defineCheck } from "../define.ts";

export const paramikoExecCommand = defineCheck({
  meta: {
    id: "paramiko-exec-command",
    code: "PV-CODE-052",
    title: "A command line is sent to another host",
    asset: "python",
    severity: "medium",
    confidence: "medium",
    audience: "default",
    aliases: ["B601", "S601"],
    controls: ["CWE-78"],
    why: "The other host gives the line to a shell: text of others in it adds commands.",
    mend: "Quote every word with `shlex.quote`, or call a fixed script.",
    blind: "Other SSH clients.",
    since: "0.1.0",
    examples: {
      found: [
        {
          code: 'import paramiko\nclient = paramiko.SSHClient()\nclient.exec_command("ls " + name)\n',
        },
      ],
      clean: [{ code: "import paramiko\nclient = paramiko.SSHClient()\nclient.open_sftp()\n" }],
    },
  },
  run: (view, report) => {
    if (!view.imports().some(({ name }) => name.includes("paramiko"))) return;
    for (const call of view.methods("exec_command")) {
      if (call.argument(0, "command")?.string() === undefined) report(call);
      else
        report(call, {
          severity: "low",
          audience: "audit",
          message: "A fixed command line is sent to another host",
        });
    }
  },
});
