import { commandCases } from "../../testing/command-cases.ts";
import { pipExtraIndex } from "./pip-extra-index.ts";

commandCases(pipExtraIndex, {
  found: [
    ["shell", "python3 -m pip install --extra-index-url=https://a.io/simple x"],
    ["dockerfile", "FROM x\nRUN pip install -r r.txt --extra-index-url https://a.io/simple"],
    ["yaml", "script: [pip install --extra-index-url $INDEX x]\n"],
  ],
  clean: [
    ["shell", "pip install --extra-index-url https://download.pytorch.org/whl/cpu torch"],
    ["shell", "pip install -i https://a.io/simple x"],
    ["shell", "uv pip install --extra-index-url https://a.io/simple x"],
  ],
});
