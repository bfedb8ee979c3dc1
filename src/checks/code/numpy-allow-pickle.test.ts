import { checkCases } from "../../testing/check-cases.ts";
import { numpyAllowPickle } from "./numpy-allow-pickle.ts";

checkCases(numpyAllowPickle, {
  found: [
    "import numpy as np\nnp.load(p, allow_pickle=True)",
    "from numpy import load\nload(\n    p,\n    None,\n    True,\n)  # allow_pickle",
    "import numpy as np\noptions = dict(allow_pickle=True)\nnp.load(p, **options)",
    "import numpy as np\nold = np.load\nnp.load = lambda *a, **k: old(*a, allow_pickle=True, **k)",
    "import numpy\nnumpy.lib.format.read_array(f, allow_pickle=True)",
    "import numpy as np, functools\nread = functools.partial(np.load, allow_pickle=True)",
  ],
  clean: [
    "import numpy as np\nnp.load(p, allow_pickle=False)",
    "import numpy as np\nnp.load(p)",
    "import numpy as np\ndef f(p, allow_pickle):\n    return np.load(p, allow_pickle=allow_pickle)",
    "import numpy as np\nnp.save(p, x, allow_pickle=True)",
    "from mylib import load\nload(p, allow_pickle=True)",
  ],
});
