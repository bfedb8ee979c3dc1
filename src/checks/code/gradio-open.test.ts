import { checkCases } from "../../testing/check-cases.ts";
import { gradioOpen } from "./gradio-open.ts";

checkCases(gradioOpen, {
  found: [
    "import gradio as gr\ndemo.launch(auth=('admin', 'admin'))",
    "import gradio as gr\nHOST = '0.0.0.0'\ndemo.launch(server_name=HOST)",
    "import gradio as gr\ndemo.launch(server_name='0.0.0.0', auth=None)",
    "import gradio as gr\ndemo.launch(\n  server_name='::')",
  ],
  clean: [
    "import gradio as gr\ndemo.launch(server_name='127.0.0.1')",
    "import gradio as gr\ndemo.launch(server_name='0.0.0.0', auth=('a', password))",
    "demo.launch(server_name='0.0.0.0')",
  ],
});
