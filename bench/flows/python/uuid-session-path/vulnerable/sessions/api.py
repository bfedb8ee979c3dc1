from flask import Flask, request

from sessions.files import history

app = Flask(__name__)


@app.get("/history")
def get_history():
    session = request.headers.get("X-Session", "default")
    return {"lines": history(session).splitlines()}
