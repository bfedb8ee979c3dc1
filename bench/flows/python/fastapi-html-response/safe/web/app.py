from fastapi import FastAPI
from fastapi.responses import HTMLResponse

from web.safety import clean
from web.summary import summarise

app = FastAPI()
ARTICLES = {1: "Long text about tides", 2: "Long text about bees"}


@app.get("/articles/{number}")
async def article(number: int) -> HTMLResponse:
    summary = clean(await summarise(ARTICLES[number]))
    page = f"""
    <html>
      <body><h1>Article {number}</h1><blockquote>{summary}</blockquote></body>
    </html>
    """
    return HTMLResponse(page)
