import { defineCheck } from "../define.ts";

const home = /(?:\/home\/|\/Users\/|[A-Z]:\\{1,2}Users\\{1,2})([A-Za-z][\w.-]{1,40})(?=[\\/])/g;
const account = /"displayName"\s*:\s*"([^"\\]{2,80})"/g;

/** Users of images, services and manuals. */
const nobody =
  /^(?:root|user\d*|username|jovyan|runner|ubuntu|ec2-user|sagemaker-user|vscode|codespace|gitpod|docker|conda|default|public|shared|travis|circleci|azureuser|admin|me|you|yourname|name|work|notebook|jupyter|studio-lab-user|trusted-service-user|app|dev|all users)$/i;

export const notebookPrivatePath = defineCheck({
  meta: {
    id: "notebook-private-path",
    code: "PV-NB-005",
    title: "A notebook tells who ran it",
    asset: "notebook",
    severity: "info",
    confidence: "medium",
    audience: "audit",
    aliases: [],
    controls: ["CWE-497"],
    why: "Names of accounts and folders help whoever writes to their owner, or looks for a way in.",
    mend: "Clear outputs and metadata before the notebook leaves the house.",
    blind: "Names of accounts outside of paths, other than those that Colab stores.",
    since: "0.1.0",
    examples: {
      found: [
        {
          path: "run.ipynb",
          code: '{"cells": [{"cell_type": "code", "source": "!pwd", "outputs": [{"output_type": "stream", "text": "/home/ada.lovelace/work\\n"}]}], "metadata": {}, "nbformat": 4}\n',
        },
      ],
      clean: [
        {
          path: "run.ipynb",
          code: '{"cells": [{"cell_type": "code", "source": "!pwd", "outputs": [{"output_type": "stream", "text": "/home/jovyan/work\\n"}]}], "metadata": {}, "nbformat": 4}\n',
        },
      ],
    },
  },
  run: ({ segments, text }, report) => {
    const said = new Set<string>();
    for (const { kind, start, end } of segments) {
      if (kind !== "output" && kind !== "metadata") continue;
      const part = text.slice(start, end);
      for (const pattern of kind === "metadata" ? [home, account] : [home]) {
        for (const { 0: whole, 1: name = "", index } of part.matchAll(pattern)) {
          if (nobody.test(name) || said.has(name) || said.size >= 20) continue;
          said.add(name);
          report({ start: start + index, end: start + index + whole.length });
        }
      }
    }
  },
});
