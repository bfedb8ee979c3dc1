import { commandCases } from "../../testing/command-cases.ts";
import { streamlitCorsOff } from "./streamlit-cors-off.ts";

commandCases(streamlitCorsOff, {
  found: [
    ["toml", "server.enableCORS = false"],
    ["toml", "[server]\n\nenableCORS=false"],
    ["toml", "server = { enableCORS = false }"],
  ],
  clean: [
    ["toml", "[server]\nenableCORS = true"],
    ["toml", "[api]\nenableCORS = false"],
    ["toml", "# [server]\n# enableCORS = false"],
  ],
});
