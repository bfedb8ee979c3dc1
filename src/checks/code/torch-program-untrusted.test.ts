import { checkCases } from "../../testing/check-cases.ts";
import { torchProgramUntrusted } from "./torch-program-untrusted.ts";

checkCases(torchProgramUntrusted, {
  found: [
    "torch.jit.load(request_path)",
    "import torch\ntorch.jit.load(path)",
    "from torch.package import PackageImporter as P\nimporter = P(path)",
    "import torch.export as export\nexport.load(\n    path\n)",
    "import torch\ntorch._inductor.aoti_load_package('model.pt2')",
    "from torch import jit\nload = jit.load\nload('model.pt')",
  ],
  clean: [
    "import torch\ntorch.jit.script(model)",
    "import torch\ntorch.export.export(model, args)",
    "from mylib import PackageImporter\nPackageImporter(path)",
    "import torch\n'torch.jit.load(path)'",
  ],
});
