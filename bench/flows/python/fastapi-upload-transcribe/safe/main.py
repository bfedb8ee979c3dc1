from fastapi import FastAPI, UploadFile
from openai import OpenAI

from uploads import keep

app = FastAPI()
client = OpenAI()


@app.post("/transcribe")
async def transcribe(recording: UploadFile) -> dict:
    path = keep(recording.filename or "recording.wav", await recording.read())
    with open(path, "rb") as handle:
        transcript = client.audio.transcriptions.create(model="whisper-1", file=handle)
    return {"text": transcript.text}
