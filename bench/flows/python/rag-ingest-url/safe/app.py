from fastapi import BackgroundTasks, FastAPI, Request

from ingest.pipeline import Pipeline

app = FastAPI()
pipeline = Pipeline()


@app.post("/sources")
async def add_source(request: Request, background: BackgroundTasks) -> dict:
    body = await request.json()
    background.add_task(pipeline.ingest, body["url"])
    return {"accepted": True}
