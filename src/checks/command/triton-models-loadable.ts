import { option } from "../../formats/command/view.ts";
import { defineCheck } from "../define.ts";
import { commandsOf, door } from "./doors.ts";

export const tritonModelsLoadable = defineCheck({
  meta: {
    id: "triton-models-loadable",
    code: "PV-CMD-010",
    title: "Triton lets whoever reaches it load models",
    asset: "command",
    severity: "medium",
    confidence: "medium",
    audience: "default",
    aliases: [],
    controls: [
      "CWE-306",
      "CWE-749",
      "OWASP-ML06:2023",
      "OWASP-ML10:2023",
      "OWASP-LLM04:2026",
      "ATLAS:AML.T0049",
    ],
    why: "With explicit model control the API loads models, files sent along included; a Python backend is code. The port has no login.",
    mend: "Restrict the API (`--http-restricted-api=model-repository:…`, `--grpc-restricted-protocol=model-repository:…`), or use `--model-control-mode=none`.",
    blind: "A gateway or firewall in front.",
    references: [
      "CVE-2023-31036",
      "https://docs.nvidia.com/deeplearning/triton-inference-server/user-guide/docs/customization_guide/deploy.html",
    ],
    since: "0.1.0",
    examples: {
      found: [
        {
          path: "start.sh",
          code: "tritonserver --model-repository=/models --model-control-mode=explicit\n",
        },
      ],
      clean: [{ path: "start.sh", code: "tritonserver --model-repository=/models\n" }],
    },
  },
  run: ({ commands }, report) => {
    for (const command of commandsOf(commands, "tritonserver")) {
      const mode = option(command, "--model-control-mode");
      const isRestricted =
        option(command, "--http-restricted-api", "--grpc-restricted-protocol", "--http-address") !==
        undefined;
      if (mode?.text === "explicit" && !isRestricted)
        report(mode, { extent: command, ...door(command.reach, "medium") });
    }
  },
});
