import subprocess
import tempfile

import gradio as gr


def synthesise(text: str, voice: str) -> str:
    target = tempfile.NamedTemporaryFile(suffix=".wav", delete=False).name
    command = ["piper", "--model", f"voices/{voice}.onnx", "--output_file", target]
    subprocess.run(command, input=text.encode(), check=True)
    return target


def on_submit(text: str):
    return synthesise(text, voice="en_GB")


demo = gr.Interface(fn=on_submit, inputs=gr.Textbox(), outputs=gr.Audio())
demo.launch()
