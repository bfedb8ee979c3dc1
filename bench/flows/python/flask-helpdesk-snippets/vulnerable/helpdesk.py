from flask import Flask, render_template_string, request
from langchain_chroma import Chroma
from langchain_openai import OpenAIEmbeddings

app = Flask(__name__)
store = Chroma(collection_name="tickets", embedding_function=OpenAIEmbeddings(), persist_directory="db")

PAGE = """<!doctype html><title>Helpdesk</title>
<h1>Similar ticket</h1><p>%s</p>
<footer>{{ config.get('FOOTER', '') }}</footer>"""


def best(query):
    hits = store.similarity_search(query, k=3)
    if not hits:
        return "nothing found"
    return hits[0].page_content


@app.get("/similar")
def similar():
    snippet = best(request.args.get("q", ""))
    return render_template_string(PAGE % snippet)  # sink
