import { defineCheck } from "../define.ts";
import { seemsForeign } from "./support.ts";

export const hdf5TablePickle = defineCheck({
  meta: {
    id: "hdf5-table-pickle",
    code: "PV-CODE-112",
    title: "pandas unpickles columns of objects in an HDF5 file",
    asset: "python",
    severity: "low",
    confidence: "medium",
    audience: "pedantic",
    aliases: [],
    controls: ["CWE-502", "OWASP-ML06:2023", "ATLAS:AML.T0011.000"],
    why: "What HDF5 can't hold is stored as a pickle, and code of the file's author runs when it is read.",
    mend: "Keep tables in Parquet, or read HDF5 with h5py where only numbers are needed.",
    blind: "Whether the file comes from somebody else and has such columns.",
    references: ["https://pandas.pydata.org/docs/reference/api/pandas.read_hdf.html"],
    since: "0.1.0",
    examples: {
      found: [{ code: 'import pandas as pd\ntable = pd.read_hdf("train.h5", "rows")\n' }],
      clean: [{ code: 'import pandas as pd\ntable = pd.read_parquet("train.parquet")\n' }],
    },
  },
  run: ({ calls }, report) => {
    for (const call of calls(
      "pandas.read_hdf",
      "pandas.HDFStore",
      "pandas.io.pytables.HDFStore",
      "dask.dataframe.read_hdf",
    )) {
      const mode = call.argument(1, "mode")?.string();
      if (call.method === "HDFStore" && mode === "w") continue;
      report(
        call,
        seemsForeign(call.positional(0)) ? { severity: "medium", audience: "default" } : {},
      );
    }
  },
});
