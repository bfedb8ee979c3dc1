import gradio as gr
from huggingface_hub import InferenceClient

llm = InferenceClient("HuggingFaceH4/zephyr-7b-beta")


def build(history, system_message, message):
    msgs = [{"role": "system", "content": "You are a shop assistant. " + system_message}]  # sink
    for user, bot in history:
        msgs.append({"role": "user", "content": user})
        msgs.append({"role": "assistant", "content": bot})
    msgs.append({"role": "user", "content": message})
    return msgs


def respond(message, history, system_message, max_tokens):
    out = ""
    for part in llm.chat_completion(  # sink
        build(history, system_message, message),
        max_tokens=int(max_tokens),
        stream=True,
    ):
        out += part.choices[0].delta.content or ""
        yield out


demo = gr.ChatInterface(
    respond,
    additional_inputs=[
        gr.Textbox(value="Be friendly.", label="Manner"),
        gr.Slider(1, 1024, value=256, label="Max tokens"),
    ],
)

if __name__ == "__main__":
    demo.launch(server_name="0.0.0.0")
