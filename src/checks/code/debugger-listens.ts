import type { PythonCall, PythonValue } from "../../formats/python/values.ts";
import { isEveryInterface } from "../support/addresses.ts";
import { defineCheck } from "../define.ts";

/** The host of `("0.0.0.0", 5678)`, or of a host alone. */
function hostIn(value: PythonValue | undefined): string {
  return value?.elements()?.[0]?.string() ?? value?.string() ?? "";
}

/** Where the call says which address a debugger listens on. */
function addressOf(call: PythonCall): PythonValue | undefined {
  if (call.method === "RemotePdb" || call.method === "set_trace")
    return call.argument(0, "host") ?? call.keyword("addr");
  return call.argument(0, call.method === "listen" ? "endpoint" : "address");
}

export const debuggerListens = defineCheck({
  meta: {
    id: "debugger-listens",
    code: "PV-CODE-608",
    title: "A debugger listens on the network",
    asset: "python",
    severity: "high",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-489", "CWE-306", "ATLAS:AML.T0049", "ATLAS:AML.T0050"],
    why: "A debugger runs what it is told, without a password: everybody who reaches the port has the process and its secrets.",
    mend: "Listen on 127.0.0.1 and forward the port with SSH or `kubectl port-forward`.",
    blind: "A firewall or container around it.",
    since: "0.1.0",
    examples: {
      found: [{ code: 'import debugpy\ndebugpy.listen(("0.0.0.0", 5678))\n' }],
      clean: [{ code: "import debugpy\ndebugpy.listen(5678)\n" }],
    },
  },
  run: ({ calls }, report) => {
    for (const call of calls(
      "debugpy.listen",
      "ptvsd.enable_attach",
      "remote_pdb.RemotePdb",
      "remote_pdb.set_trace",
      "rpdb.set_trace",
      "rpdb.Rpdb",
    )) {
      if (isEveryInterface(hostIn(addressOf(call)))) report(call);
    }
    for (const call of calls("werkzeug.debug.DebuggedApplication")) {
      const evalex = call.argument(1, "evalex");
      if (evalex?.is(true))
        report(call, {
          severity: "medium",
          message: "Werkzeug's console is part of every error page",
        });
    }
    for (const call of calls("werkzeug.serving.run_simple", "werkzeug.run_simple")) {
      if (call.keyword("use_debugger")?.is(true) !== true) continue;
      const isOpen = isEveryInterface(call.argument(0, "hostname")?.string() ?? "");
      report(call, {
        severity: isOpen ? "high" : "medium",
        message: "Werkzeug's console is part of every error page",
      });
    }
  },
});
