import { commandCases } from "../../testing/command-cases.ts";
import { webuiOpen } from "./webui-open.ts";

commandCases(webuiOpen, {
  found: [
    ["shell", "comfyui --listen 0.0.0.0"],
    ["shell", "langflow run --host 0.0.0.0"],
    ["shell", "mcp-proxy --host 0.0.0.0 --port 8080 -- npx -y x"],
    ["shell", "./webui.sh --share --xformers"],
    ["shell", 'export COMMANDLINE_ARGS="--listen --enable-insecure-extension-access"'],
    ["dockerfile", 'FROM x\nCMD ["python", "main.py", "--listen", "0.0.0.0"]'],
    ["shell", "python server.py --listen --share --api"],
  ],
  clean: [
    ["shell", "langflow run --host 127.0.0.1"],
    ["shell", "chainlit create-secret --host 0.0.0.0"],
    ["shell", "python server.py"],
    ["shell", "python server.py --share --gradio-auth $LOGIN"],
    ["shell", "nc --listen 80"],
    ["shell", "smbclient --share x"],
  ],
});
