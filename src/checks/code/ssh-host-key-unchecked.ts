import { defineCheck } from "../define.ts";
import { lastWord } from "./support.ts";

export const sshHostKeyUnchecked = defineCheck({
  meta: {
    id: "ssh-host-key-unchecked",
    code: "PV-CODE-041",
    title: "The key of an SSH host is accepted unseen",
    asset: "python",
    severity: "high",
    confidence: "high",
    audience: "default",
    aliases: ["B507", "S507"],
    controls: ["CWE-295"],
    why: "Anybody on the way can pose as the host, read the password and run the session.",
    mend: "Load known hosts and use `RejectPolicy`.",
    since: "0.1.0",
    examples: {
      found: [
        {
          code: "import paramiko\nclient = paramiko.SSHClient()\nclient.set_missing_host_key_policy(paramiko.AutoAddPolicy())\n",
        },
      ],
      clean: [
        {
          code: "import paramiko\nclient = paramiko.SSHClient()\nclient.set_missing_host_key_policy(paramiko.RejectPolicy())\n",
        },
      ],
    },
  },
  run: (view, report) => {
    if (!view.imports().some(({ name }) => name.includes("paramiko"))) return;
    for (const call of view.methods("set_missing_host_key_policy")) {
      const policy = call.positional(0)?.node;
      const word = lastWord(policy?.kind === "Call" ? policy.func : policy);
      if (word === "AutoAddPolicy") report(call);
      else if (word === "WarningPolicy") report(call, { severity: "medium" });
    }
  },
});
