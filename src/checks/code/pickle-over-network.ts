import type { Report } from "../../core/index.ts";
import type { PythonView } from "../../formats/python/view.ts";
import { defineCheck } from "../define.ts";

/** An address that other machines reach. */
const publicBind = /["']tcp:\/\/(?:\*|0\.0\.0\.0|\[::\])/;

function reportZmq(view: PythonView, report: Report): void {
  const found = view.methods("recv_pyobj");
  const isOwn = view.facts.functions.some(({ name }) => name === "recv_pyobj");
  // Nothing else has a method of this name, but for what the file itself defines.
  if (found.length === 0 || (isOwn && !view.hasImport("zmq"))) return;
  const isPublic = publicBind.test(view.text);
  for (const call of found) {
    if (isPublic) {
      report(call, {
        severity: "high",
        message:
          "recv_pyobj unpickles what any machine sends: this file binds a socket on all interfaces",
      });
    } else report(call, { message: "recv_pyobj unpickles what the other side sends" });
  }
}

/** Connections of multiprocessing unpickle in `recv`; a key is the only thing that keeps others out. */
function reportConnections(view: PythonView, report: Report): void {
  for (const call of view.calls(
    "multiprocessing.connection.Listener",
    "multiprocessing.connection.Client",
  )) {
    const address = call.argument(0, "address");
    const family = call.argument(1, "family")?.string();
    const isLocal = address?.string() !== undefined || family === "AF_UNIX" || family === "AF_PIPE";
    const key = call.keyword("authkey") ?? call.positional(call.method === "Client" ? 2 : 3);
    if (address === undefined || isLocal || call.hasUnknownArguments()) continue;
    if (key === undefined || key.is(null))
      report(call, {
        message: "A connection of multiprocessing without `authkey` unpickles what anybody sends",
      });
  }
}

export const pickleOverNetwork = defineCheck({
  meta: {
    id: "pickle-over-network",
    code: "PV-CODE-110",
    title: "Objects that come over the network are unpickled",
    asset: "python",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: [
      "CWE-502",
      "CWE-306",
      "OWASP-LLM04:2026",
      "OWASP-LLM03:2025",
      "OWASP-ML06:2023",
      "ATLAS:AML.T0011.000",
    ],
    why: "Whoever reaches the port sends a pickle and runs code on the host. Inference servers have been taken over this way.",
    mend: "Send msgpack or JSON and check it with a schema; bind to a Unix socket or 127.0.0.1; for multiprocessing pass `authkey`.",
    blind:
      "Sockets that are bound in another file, and `pickle.loads` of what was received (`pickle-load` reports that).",
    references: ["CVE-2024-50050", "CVE-2025-32444", "CVE-2026-3059", "CVE-2026-3060"],
    since: "0.1.0",
    examples: {
      found: [
        {
          code: 'import zmq\nsocket = zmq.Context().socket(zmq.PULL)\nsocket.bind("tcp://*:5555")\nrequest = socket.recv_pyobj()\n',
        },
      ],
      clean: [
        {
          code: "import zmq\nsocket = zmq.Context().socket(zmq.PULL)\nrequest = socket.recv_json()\n",
        },
      ],
    },
  },
  run: (view, report) => {
    reportZmq(view, report);
    reportConnections(view, report);
  },
});
