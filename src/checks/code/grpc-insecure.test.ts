import { checkCases } from "../../testing/check-cases.ts";
import { grpcInsecure } from "./grpc-insecure.ts";

checkCases(grpcInsecure, {
  found: [
    "from grpc import insecure_channel as c\nc('a.b.io:80')",
    "import grpc\nserver = grpc.server(pool)\nserver.add_insecure_port('[::]:50051')",
    "import grpc\nTARGET = 'a.b.io:80'\ngrpc.aio.insecure_channel(TARGET)",
  ],
  clean: [
    "import grpc\ngrpc.insecure_channel('unix:///tmp/x.sock')",
    "import grpc\ngrpc.insecure_channel(target)",
    "import grpc\nserver.add_insecure_port('127.0.0.1:80')",
  ],
});
