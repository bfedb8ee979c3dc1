import { checkCases } from "../../testing/check-cases.ts";
import { nativeBuildAtRunTime } from "./native-build-at-run-time.ts";

checkCases(nativeBuildAtRunTime, {
  found: [
    'from torch.utils.cpp_extension import load\nload(name="k", sources=[download_path])',
    "from torch.utils import cpp_extension\ncpp_extension.load_inline('x', source)",
    "import torch.utils.cpp_extension as e\ne.load(name='x', sources=s)",
    "import numpy.f2py\nnumpy.f2py.compile(source)",
    "import cupy as cp\nk = cp.RawKernel(code, 'f')",
  ],
  clean: [
    "from torch.utils.cpp_extension import CUDAExtension, BuildExtension\nCUDAExtension('x', ['x.cu'])",
    "import re\nre.compile('f2py')",
    "from mylib.cpp_extension import load\nload('x')",
  ],
});
