import { expect, test } from "vitest";
import { checkCases, runCheck } from "../../testing/check-cases.ts";
import { pickleOverNetwork } from "./pickle-over-network.ts";

checkCases(pickleOverNetwork, {
  found: [
    "obj = socket.recv_pyobj()",
    "import zmq\ndef f(s):\n    return s.recv_pyobj()",
    "import zmq.asyncio\nasync def f(self):\n    return await self.receiver.recv_pyobj()",
    "from multiprocessing.connection import Listener\nwith Listener(('0.0.0.0', 6000)) as l: ...",
    "import multiprocessing.connection as c\nc.Client((host, 6000), authkey=None)",
  ],
  clean: [
    "import zmq\ns.recv_json()",
    "from multiprocessing.connection import Listener\nListener(('localhost', 6000), authkey=key)",
    "from multiprocessing.connection import Client\nClient('/run/app.sock')",
    "from multiprocessing.connection import Client\nClient(path, 'AF_UNIX')",
    "class S:\n    def recv_pyobj(self): ...\nS().recv_pyobj()",
  ],
});

test("is high where the file binds to all interfaces", () => {
  const code =
    "import zmq\ns = zmq.Context().socket(zmq.REP)\ns.bind(f'tcp://*:{port}')\ns.recv_pyobj()";
  expect(runCheck(pickleOverNetwork, { code })[0]?.details.severity).toBe("high");
});
