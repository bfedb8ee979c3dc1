import { checkCases } from "../../testing/check-cases.ts";
import { hdf5TablePickle } from "./hdf5-table-pickle.ts";

checkCases(hdf5TablePickle, {
  found: [
    "import pandas as pd\npd.read_hdf(p)",
    "from pandas import HDFStore as S\nwith S(p) as store: ...",
    "import dask.dataframe as dd\ndd.read_hdf(p, 'x')",
  ],
  clean: [
    "import pandas as pd\npd.HDFStore(p, mode='w')",
    "import h5py\nh5py.File(p)",
    "from mylib import read_hdf\nread_hdf(p)",
  ],
});
