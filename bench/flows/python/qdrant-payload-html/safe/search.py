from fastapi import FastAPI
from fastapi.responses import HTMLResponse
from fastembed import TextEmbedding
from markupsafe import escape
from qdrant_client import QdrantClient

app = FastAPI()
qdrant = QdrantClient(url="http://localhost:6333")
embed = TextEmbedding()


def hits(query: str) -> list[dict]:
    vector = list(embed.embed([query]))[0].tolist()
    response = qdrant.query_points("posts", query=vector, limit=5)
    return [point.payload for point in response.points]


@app.get("/related", response_class=HTMLResponse)
def related() -> HTMLResponse:
    items = ["<li>{}</li>".format(escape(hit["title"])) for hit in hits("machine learning")]
    return HTMLResponse("<ul>" + "".join(items) + "</ul>")
