import { checkCases } from "../../testing/check-cases.ts";
import { torchPeerObjects } from "./torch-peer-objects.ts";

checkCases(torchPeerObjects, {
  found: [
    "import torch.distributed as dist\ndist.broadcast_object_list(objects, src=0)",
    "from torch.distributed import all_gather_object as g\ng(out, mine)",
    "import torch\ntorch.distributed.rpc.init_rpc('w', rank=0, world_size=2)",
    "from torch.distributed import rpc\nrpc.rpc_sync('w1', f)",
  ],
  clean: [
    "import torch.distributed as dist\ndist.all_gather(out, mine)",
    "import distributed\ndistributed.Client()",
    "def all_gather_object(a, b): ...\nall_gather_object(1, 2)",
  ],
});
