import { checkCases } from "../../testing/check-cases.ts";
import { daskClusterOpen } from "./dask-cluster-open.ts";

checkCases(daskClusterOpen, {
  found: [
    "from distributed import LocalCluster as L\nL(n_workers=2, host='tcp://0.0.0.0')",
    "from dask.distributed import Client\nClient(dashboard_address='0.0.0.0:8787')",
    "from dask_cuda import LocalCUDACluster\nHOST = '0.0.0.0'\nLocalCUDACluster(\n  host=HOST)",
  ],
  clean: [
    "from dask.distributed import LocalCluster\nLocalCluster(host='0.0.0.0', security=security)",
    "from dask.distributed import Client\nClient('tcp://10.0.0.1:8786')",
    "from mine import LocalCluster\nLocalCluster(host='0.0.0.0')",
  ],
});
