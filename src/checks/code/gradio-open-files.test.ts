import { checkCases } from "../../testing/check-cases.ts";
import { gradioOpenFiles } from "./gradio-open-files.ts";

checkCases(gradioOpenFiles, {
  found: [
    "import gradio as gr\ndemo.launch(allowed_paths=['out', '/home'])",
    "import gradio as gr\nPATHS = ['/']\ndemo.launch(\n  allowed_paths=PATHS)",
    "import gradio as gr\ngr.set_static_paths(paths=['.'])",
  ],
  clean: [
    "import gradio as gr\ndemo.launch(allowed_paths=['/srv/app/static'])",
    "import gradio as gr\ndemo.launch(allowed_paths=[OUT])",
    "demo.launch(allowed_paths=['/'])",
  ],
});
