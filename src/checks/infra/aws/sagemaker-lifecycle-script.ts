import { indexLines } from "../../../core/index.ts";
import { parseShell } from "../../../formats/shell/parse.ts";
import { fail, must, pass, type Answer } from "../../../infra/answer.ts";
import { asText, type Fact } from "../../../infra/fact.ts";
import { lifecycleConfig } from "../../../infra/types/aws/sagemaker.ts";
import type { Value } from "../../../infra/value.ts";
import { curlPipeShell } from "../../command/curl-pipe-shell.ts";
import { downloadUncheckedTls } from "../../command/download-unchecked-tls.ts";
import { pipExtraIndex } from "../../command/pip-extra-index.ts";
import { pipGitUnpinned } from "../../command/pip-git-unpinned.ts";
import { pipInsecureIndex } from "../../command/pip-insecure-index.ts";
import { defineInfraCheck } from "../define.ts";

/** What is asked of any script is asked of one that runs as root whenever a notebook starts. */
const asked = [
  curlPipeShell,
  pipInsecureIndex,
  downloadUncheckedTls,
  pipExtraIndex,
  pipGitUnpinned,
];

const maxScript = 100_000;

/** The script of a hook, which the cloud takes in Base64. */
function scriptOf(text: string): string {
  if (!/^[A-Za-z0-9+/\s]+=*\s*$/.test(text)) return text;
  return Buffer.from(text, "base64").toString("utf8");
}

function judgeScript(fact: Fact<Value>): Answer | undefined {
  if (fact.kind === "absent") return undefined;
  const text = fact.kind === "known" ? asText(fact.value) : (fact as Fact<string>);
  if (text.kind !== "known") return must(text, () => true);
  const script = scriptOf(text.value).slice(0, maxScript);
  const lines = indexLines(script);
  const view = {
    ...parseShell({ text: script }),
    path: "script.sh",
    kind: "shell",
    lines,
  } as const;
  for (const check of asked) {
    let first: string | undefined;
    check.run({ ...view, text: script }, (where, details) => {
      const line = lines.lineText(lines.lineAt(where.start)).trim().slice(0, 120);
      first ??= `${details?.message ?? check.meta.title}: ${line}`;
    });
    if (first !== undefined)
      return fail(fact.at, {
        message: `A script that notebooks start with runs as root. ${first}`,
      });
  }
  return pass;
}

export const sagemakerLifecycleScript = defineInfraCheck({
  meta: {
    id: "sagemaker-lifecycle-script",
    code: "PV-AWS-008",
    title: "A script that notebooks start with runs what it fetches",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-494", "CWE-829", "ATLAS:AML.T0010.001", "OWASP-LLM03:2025", "AISF-ML-02"],
    why: "It runs as root on every notebook that uses it, each time that it starts; who changes what it fetches has them all.",
    mend: "Fetch a version with its digest from a place of yours, check it, and install from a lock file with hashes.",
    mends: {
      terraform:
        'on_start = base64encode(<<-EOT\n  #!/bin/bash\n  set -eu\n  aws s3 cp s3://BUCKET/setup.sh /tmp/setup.sh\n  echo "SHA256  /tmp/setup.sh" | sha256sum --check\n  bash /tmp/setup.sh\nEOT\n)',
      aws: "aws sagemaker describe-notebook-instance-lifecycle-config --region {region} --notebook-instance-lifecycle-config-name {name}",
    },
    blind: "What else a script may do wrong, and scripts that it calls.",
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "aws_sagemaker_notebook_instance_lifecycle_configuration" "setup" {\n  name     = "setup"\n  on_start = base64encode("curl -s https://get.acme.io/setup.sh | bash")\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "aws_sagemaker_notebook_instance_lifecycle_configuration" "setup" {\n  name     = "setup"\n  on_start = base64encode("pip install --require-hashes -r /opt/requirements.txt")\n}\n',
        },
      ],
    },
  },
  on: lifecycleConfig,
  judge: ({ facts }) => [facts.onCreate, facts.onStart].flatMap((fact) => judgeScript(fact) ?? []),
});
