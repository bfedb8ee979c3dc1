import { defineCheck } from "../define.ts";

const collectives = [
  "all_gather_object",
  "gather_object",
  "broadcast_object_list",
  "scatter_object_list",
  "send_object_list",
  "recv_object_list",
].flatMap((name) => [`torch.distributed.${name}`, `torch.distributed.distributed_c10d.${name}`]);

const remoteCalls = ["rpc_sync", "rpc_async", "remote"].map(
  (name) => `torch.distributed.rpc.${name}`,
);

export const torchPeerObjects = defineCheck({
  meta: {
    id: "torch-peer-objects",
    code: "PV-CODE-107",
    title: "Processes of a training job unpickle what their peers send",
    asset: "python",
    severity: "low",
    confidence: "high",
    audience: "audit",
    aliases: [],
    controls: ["CWE-502", "CWE-306", "OWASP-ML06:2023", "ATLAS:AML.T0011.000"],
    why: "There is no authentication between the processes: whoever reaches the port of one of them, or owns one of them, runs code in all.",
    mend: "Exchange tensors instead of objects, and keep the job's network closed to everybody else.",
    blind: "How the network is closed.",
    references: [
      "CVE-2024-5480",
      "CVE-2024-48063",
      "https://github.com/pytorch/pytorch/blob/main/SECURITY.md",
    ],
    since: "0.1.0",
    examples: {
      found: [
        {
          code: 'import torch.distributed.rpc as rpc\nrpc.init_rpc("worker", rank=0, world_size=2)\n',
        },
      ],
      clean: [{ code: "import torch.distributed as dist\ndist.all_reduce(tensor)\n" }],
    },
  },
  run: ({ calls }, report) => {
    for (const call of calls("torch.distributed.rpc.init_rpc")) {
      report(call, {
        severity: "medium",
        audience: "default",
        message:
          "The RPC server of PyTorch runs the functions that any peer asks for, without authentication",
      });
    }
    for (const call of calls(...collectives, ...remoteCalls)) report(call);
  },
});
