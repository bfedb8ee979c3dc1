import chromadb
import gradio as gr

collection = chromadb.PersistentClient(path="./db").get_or_create_collection("forum")


def card(passage: str) -> str:
    return f"<blockquote>{passage}</blockquote>"


def lookup(question: str) -> str:
    hits = collection.query(query_texts=[question], n_results=5)
    passages = hits["documents"][0]
    return "".join(card(passage) for passage in passages)  # sink


with gr.Blocks() as demo:
    question = gr.Textbox(label="Search the forum")
    results = gr.HTML()
    question.submit(lookup, inputs=question, outputs=results)  # sink

demo.launch()
