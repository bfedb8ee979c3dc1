import { commandCases } from "../../testing/command-cases.ts";
import { streamlitXsrfOff } from "./streamlit-xsrf-off.ts";

commandCases(streamlitXsrfOff, {
  found: [
    ["toml", "server.enableXsrfProtection = false # proxy"],
    ["toml", "[server]\nport = 1\n\nenableXsrfProtection=false"],
    ["yaml", "streamlit:\n  server:\n    enableXsrfProtection: false\n"],
  ],
  clean: [
    ["toml", "[server]\n# enableXsrfProtection = false"],
    ["toml", "[server]\nenableCORS = true"],
    ["toml", "[server]\nnote = 'enableXsrfProtection = false'"],
  ],
});
