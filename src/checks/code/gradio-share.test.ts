import { checkCases } from "../../testing/check-cases.ts";
import { gradioShare } from "./gradio-share.ts";

checkCases(gradioShare, {
  found: [
    "gr.Interface(fn=f).launch(share=True)",
    "demo.launch(share=True)",
    "import gradio as gr\nwith gr.Blocks() as demo:\n    pass\ndemo.queue().launch(share=True)",
    "from gradio import Interface\nInterface(f).launch(\n  server_port=1,\n  share=True,\n)",
    "import gradio\nkw = {'share': True}\ndemo.launch(**kw)",
  ],
  clean: [
    "from game import demo\ndemo.launch(share=True)",
    "import gradio as gr\ndemo.launch(share=False)",
    "import gradio as gr\ndemo.launch(share=args.share)",
    "app.launch(share=True)",
    "# gradio\nrocket.launch(share=True)",
  ],
});
