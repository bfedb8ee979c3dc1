import { isOff } from "../../formats/command/view.ts";
import { defineCheck } from "../define.ts";

export const streamlitCorsOff = defineCheck({
  meta: {
    id: "streamlit-cors-off",
    code: "PV-CONF-002",
    title: "Other web pages may talk to a Streamlit app",
    asset: "setting",
    severity: "low",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-942", "CWE-346"],
    why: "A page that a user of the app visits opens a connection to it and reads what it shows.",
    mend: "Remove the line, or name the origins (`corsAllowedOrigins`).",
    blind: "A proxy that does the same check.",
    references: ["https://docs.streamlit.io/develop/api-reference/configuration/config.toml"],
    since: "0.1.0",
    examples: {
      found: [{ path: ".streamlit/config.toml", code: "[server]\nenableCORS = false\n" }],
      clean: [{ path: ".streamlit/config.toml", code: "[server]\nenableCORS = true\n" }],
    },
  },
  wants: (file) => file.mentions("enableCORS"),
  run: ({ settings }, report) => {
    for (const setting of settings) {
      if (/(?:^|\.)server\.enableCORS$/.test(setting.key) && isOff(setting.value)) report(setting);
    }
  },
});
