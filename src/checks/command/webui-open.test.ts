import { commandCases } from "../../testing/command-cases.ts";
import { webuiOpen } from "./webui-open.ts";

commandCases(webuiOpen, {
  found: [
    ["shell", "./webui.sh --share --xformers"],
    ["shell", 'export COMMANDLINE_ARGS="--listen --enable-insecure-extension-access"'],
    ["dockerfile", 'FROM x\nCMD ["python", "main.py", "--listen", "0.0.0.0"]'],
    ["shell", "python server.py --listen --share --api"],
  ],
  clean: [
    ["shell", "python server.py"],
    ["shell", "python server.py --share --gradio-auth $LOGIN"],
    ["shell", "nc --listen 80"],
    ["shell", "smbclient --share x"],
  ],
});
