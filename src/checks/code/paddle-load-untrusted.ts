import { defineCheck } from "../define.ts";

export const paddleLoadUntrusted = defineCheck({
  meta: {
    id: "paddle-load-untrusted",
    code: "PV-CODE-119",
    title: "paddle.load can run code hidden in the file",
    asset: "python",
    severity: "medium",
    confidence: "medium",
    audience: "default",
    aliases: [],
    controls: [
      "CWE-502",
      "OWASP-LLM04:2026",
      "OWASP-LLM03:2025",
      "OWASP-ML06:2023",
      "ATLAS:AML.T0011.000",
    ],
    why: "Paddle's parameter files are pickles: whoever wrote the file decides what runs when it is loaded.",
    mend: "Load safetensors (`safetensors.paddle.load_file`), or verify a signature first.",
    blind:
      "Whether the file comes from somebody else. Later versions of Paddle restrict what is unpickled; the version is not looked up.",
    since: "0.1.0",
    examples: {
      found: [{ code: 'import paddle\nstate = paddle.load("model.pdparams")\n' }],
      clean: [
        {
          code: 'from safetensors.paddle import load_file\nstate = load_file("model.safetensors")\n',
        },
      ],
    },
  },
  run: ({ calls }, report) => {
    for (const call of calls("paddle.load", "paddle.framework.load", "paddle.framework.io.load"))
      report(call);
  },
});
