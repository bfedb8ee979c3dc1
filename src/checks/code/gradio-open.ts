import { isEveryInterface } from "../support/addresses.ts";
import { defineCheck } from "../define.ts";
import { gradioLaunches, hasLogin } from "./gradio-share.ts";

export const gradioOpen = defineCheck({
  meta: {
    id: "gradio-open",
    code: "PV-CODE-601",
    title: "A demo listens on all interfaces without a login",
    asset: "python",
    severity: "low",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-306", "CWE-1327", "OWASP-LLM06:2026", "OWASP-LLM10:2025", "ATLAS:AML.T0040"],
    why: "Everybody on the network uses the model and what it can reach.",
    mend: "Set `auth=`, or listen on 127.0.0.1 behind a proxy with a login.",
    blind:
      "A container or firewall around it. `bind-all-interfaces` reports the address at the default audience.",
    since: "0.1.0",
    examples: {
      found: [{ code: 'import gradio as gr\ngr.Interface(f).launch(server_name="0.0.0.0")\n' }],
      clean: [
        {
          code: 'import gradio as gr\ngr.Interface(f).launch(server_name="0.0.0.0", auth=check)\n',
        },
      ],
    },
  },
  run: (view, report) => {
    for (const call of gradioLaunches(view)) {
      const address = call.keyword("server_name");
      const login = call.keyword("auth");
      if (login?.node.kind === "Tuple" && login.elements()?.[1]?.string() !== undefined)
        report(login, { extent: call, message: "The login of the demo stands in its source" });
      if (address !== undefined && isEveryInterface(address.string() ?? "") && !hasLogin(call)) {
        report(address, { extent: call });
      }
    }
  },
});
