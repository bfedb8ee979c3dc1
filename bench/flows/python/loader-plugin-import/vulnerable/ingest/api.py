from fastapi import Depends, FastAPI, UploadFile

from .registry import loader_for

app = FastAPI()


def kind_of(kind: str) -> str:
    return kind.lower()


@app.post("/ingest/{kind}")
async def ingest(file: UploadFile, kind: str = Depends(kind_of)):
    load = loader_for(kind)
    docs = load(await file.read())
    return {"documents": len(docs)}
