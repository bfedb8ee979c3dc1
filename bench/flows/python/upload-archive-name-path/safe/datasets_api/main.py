from fastapi import FastAPI, UploadFile

from datasets_api.storage import store

app = FastAPI()


@app.post("/datasets")
async def upload(file: UploadFile) -> dict:
    content = await file.read()
    return {"path": store("/srv/datasets", file.filename, content)}
