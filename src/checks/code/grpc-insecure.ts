import { isEveryInterface, isLocalHost } from "../support/addresses.ts";
import { defineCheck } from "../define.ts";

export const grpcInsecure = defineCheck({
  meta: {
    id: "grpc-insecure",
    code: "PV-CODE-612",
    title: "gRPC without encryption",
    asset: "python",
    severity: "low",
    confidence: "medium",
    audience: "audit",
    aliases: [],
    controls: ["CWE-319"],
    why: "Whoever stands in between reads and changes requests and answers: inputs, embeddings, models.",
    mend: "Use `secure_channel` and `add_secure_port`, or let a mesh encrypt between the two.",
    blind: "A service mesh that encrypts; addresses that come from elsewhere.",
    since: "0.1.0",
    examples: {
      found: [
        { code: 'import grpc\nchannel = grpc.insecure_channel("scores.riverbank.io:50051")\n' },
      ],
      clean: [{ code: 'import grpc\nchannel = grpc.insecure_channel("localhost:50051")\n' }],
    },
  },
  run: ({ calls, methods }, report) => {
    for (const call of calls("grpc.insecure_channel", "grpc.aio.insecure_channel")) {
      const target = call.argument(0, "target")?.string();
      if (
        target !== undefined &&
        !target.startsWith("unix:") &&
        !isLocalHost(target.replace(/:\d+$/, ""))
      )
        report(call);
    }
    for (const call of methods("add_insecure_port")) {
      if (isEveryInterface(call.argument(0, "address")?.string() ?? "")) report(call);
    }
  },
});
