import { commandCases } from "../../testing/command-cases.ts";
import { streamlitProtectionOff } from "./streamlit-protection-off.ts";

commandCases(streamlitProtectionOff, {
  found: [
    ["shell", "poetry run streamlit run app.py --server.enableCORS false"],
    ["shell", "python -m streamlit run a.py \\\n  --server.enableXsrfProtection=false"],
    [
      "dockerfile",
      'FROM x\nENV STREAMLIT_SERVER_ENABLE_XSRF_PROTECTION=false\nCMD ["streamlit", "run", "a.py"]',
    ],
    [
      "python",
      "import subprocess\nsubprocess.run(['streamlit', 'run', 'a.py', '--server.enableCORS=false'])",
    ],
  ],
  clean: [
    ["shell", "streamlit run app.py --server.enableCORS true"],
    ["shell", "# streamlit run app.py --server.enableCORS=false"],
    ["shell", "echo --server.enableCORS=false"],
  ],
});
