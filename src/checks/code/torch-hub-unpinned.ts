import type { FindingDetails } from "../../core/index.ts";
import type { PythonCall } from "../../formats/python/values.ts";
import { defineCheck } from "../define.ts";
import { isCommit } from "./artifacts.ts";

function judge(call: PythonCall): FindingDetails | undefined {
  const repository = call.argument(0, "repo_or_dir");
  if (repository === undefined) return undefined;
  const source = call.keyword("source");
  if (source?.is("local")) {
    return {
      severity: "low",
      audience: "pedantic",
      message: "torch.hub runs `hubconf.py` of a local folder",
    };
  }
  const name = repository.string();
  const isTrusted = call.keyword("trust_repo")?.is(true) === true;
  if (name === undefined) {
    return {
      confidence: "medium",
      message: "torch.hub runs `hubconf.py` of whatever repository is named here",
    };
  }
  const reference = /:([^:/]+)$/.exec(name)?.[1];
  if (reference !== undefined && isCommit(reference)) {
    return {
      severity: "low",
      audience: "pedantic",
      message: `torch.hub runs \`hubconf.py\` of \`${name}\``,
    };
  }
  if (reference !== undefined) {
    return {
      message: `torch.hub runs \`hubconf.py\` of \`${name}\`, a branch or tag that its owner can move`,
    };
  }
  const message = `torch.hub runs whatever \`hubconf.py\` of \`${name}\` holds on that day`;
  return isTrusted
    ? { severity: "high", message: `${message}, without asking (\`trust_repo=True\`)` }
    : { message };
}

export const torchHubUnpinned = defineCheck({
  meta: {
    id: "torch-hub-unpinned",
    code: "PV-CODE-202",
    title: "torch.hub runs code from a GitHub repository",
    asset: "python",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: [
      "CWE-829",
      "CWE-494",
      "OWASP-LLM04:2026",
      "OWASP-LLM03:2025",
      "OWASP-ML06:2023",
      "ATLAS:AML.T0010.003",
    ],
    why: "The repository is downloaded and its `hubconf.py` runs in your process. Whoever may push to it, or takes over the account, runs code there.",
    mend: 'Name a commit (`owner/repo:0123abc…`), or clone it at a commit you have read and use `source="local"`.',
    blind: "What the repository loads on its own.",
    references: ["https://docs.pytorch.org/docs/stable/hub.html"],
    since: "0.1.0",
    examples: {
      found: [
        { code: 'import torch\nmodel = torch.hub.load("acme/net", "small", trust_repo=True)\n' },
      ],
      clean: [{ code: "import torch\nfolder = torch.hub.get_dir()\n" }],
    },
  },
  run: ({ calls }, report) => {
    for (const call of calls("torch.hub.load", "torch.hub.help", "torch.hub.list")) {
      const details = judge(call);
      if (details !== undefined) report(call, details);
    }
  },
});
