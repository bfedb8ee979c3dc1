import { checkCases } from "../../testing/check-cases.ts";
import { agentFileTools } from "./agent-file-tools.ts";

checkCases(agentFileTools, {
  found: [
    "FileManagementToolkit().get_tools()",
    'FileManagementToolkit(root_dir="/").get_tools()',
    "WriteFileTool()",
    "from langchain_community.tools.file_management import DeleteFileTool as D\nD()",
    "Browser(config=BrowserConfig(disable_security=True))",
  ],
  clean: [
    'FileManagementToolkit(root_dir="work")',
    "FileManagementToolkit(root_dir=str(folder))",
    "FileManagementToolkit(**options)",
    "class WriteFileTool: ...\nWriteFileTool()",
    "launch(disable_security=True)",
  ],
});
