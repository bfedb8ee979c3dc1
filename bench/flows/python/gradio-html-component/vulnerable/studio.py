import gradio as gr
from transformers import pipeline

generate = pipeline("text-generation", model="./models/story")


def tell(topic: str) -> str:
    output = generate(f"A story about {topic}", max_new_tokens=300)
    return output[0]["generated_text"]


def to_card(topic: str):
    story = tell(topic)
    return gr.HTML(f"<article>{story}</article>")  # sink


with gr.Blocks() as demo:
    subject = gr.Textbox(label="Topic")
    card = gr.HTML()
    subject.submit(to_card, subject, card)

demo.launch(server_name="127.0.0.1")
