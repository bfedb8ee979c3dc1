import { commandCases } from "../../testing/command-cases.ts";
import { downloadUncheckedTls } from "./download-unchecked-tls.ts";

commandCases(downloadUncheckedTls, {
  found: [
    ["shell", "curl -fsSLk https://a.io/x | tar xz"],
    ["dockerfile", "FROM x\nRUN wget -q --no-check-certificate \\\n  https://a.io/x"],
    ["shell", "git -c http.sslVerify=false clone https://a.io/x"],
    ["shell", "git config --global http.sslVerify false"],
    ["yaml", "before_script:\n  - curl --insecure $URL -o x\n"],
    ["python", "import subprocess\nsubprocess.run(['wget', '--no-check-certificate', url])"],
  ],
  clean: [
    ["shell", "curl -fsSL https://a.io/x"],
    ["shell", "curl -k https://localhost:8443/health"],
    ["shell", "curl -okernel https://a.io/x"],
    ["shell", "kubectl -k x"],
    ["shell", "git config http.sslVerify true"],
  ],
});
