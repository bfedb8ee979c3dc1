import { defineCheck } from "../define.ts";
import { installArguments } from "./pip.ts";

/** Indexes whose owners publish their names on PyPI too, or that mirror it. */
const publicIndex =
  /--extra-index-url[ =]https:\/\/(?:pypi\.org|test\.pypi\.org|[\w.-]*\.nvidia\.com|[\w.-]*\.pytorch\.org|wheels\.vllm\.ai|abetlen\.github\.io|flashinfer\.ai|pypi\.python\.org|[\w.-]*\.tuna\.tsinghua\.edu\.cn|mirrors\.aliyun\.com|storage\.googleapis\.com\/jax-releases)/;

export const pipExtraIndex = defineCheck({
  meta: {
    id: "pip-extra-index",
    code: "PV-CMD-020",
    title: "Two package indexes compete for the same names",
    asset: "command",
    severity: "low",
    confidence: "medium",
    audience: "default",
    aliases: [],
    controls: [
      "CWE-427",
      "OWASP-LLM04:2026",
      "OWASP-LLM03:2025",
      "OWASP-ML06:2023",
      "ATLAS:AML.T0010.001",
    ],
    why: "pip takes the highest version wherever it is: somebody publishes the name of your private package on PyPI and is installed (PyTorch nightly, December 2022).",
    mend: "Use one index that mirrors both (`--index-url`), or bind names to an index as uv does.",
    blind: "Whether the second index has names of its own.",
    since: "0.1.0",
    examples: {
      found: [
        {
          path: "setup.sh",
          code: "pip install --extra-index-url https://pypi.riverbank.io/simple scores\n",
        },
      ],
      clean: [
        {
          path: "setup.sh",
          code: "pip install --index-url https://pypi.riverbank.io/simple scores\n",
        },
      ],
    },
  },
  run: ({ commands }, report) => {
    for (const command of commands) {
      if (command.program === "uv") continue;
      const word = installArguments(command)?.find(
        ({ text }) => text === "--extra-index-url" || text.startsWith("--extra-index-url="),
      );
      // PyTorch's own index holds nothing but what it is for.
      const value = word === undefined ? "" : command.args.map(({ text }) => text).join(" ");
      if (
        word === undefined ||
        /--extra-index-url[ =]https:\/\/download\.pytorch\.org\/whl\b/.test(value)
      )
        continue;
      report(word, {
        extent: command,
        ...(publicIndex.test(value) ? { audience: "pedantic" } : {}),
      });
    }
  },
});
