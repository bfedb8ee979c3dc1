from aiohttp import WSMsgType, web
from anthropic import AsyncAnthropic

claude = AsyncAnthropic()
BASE = "You teach arithmetic to children."


async def teach(notes, text):
    system = BASE
    if notes:
        text = "About me: " + notes + "\n\n" + text
    msg = await claude.messages.create(
        model="claude-3-5-haiku-latest",
        max_tokens=400,
        system=system,
        messages=[{"role": "user", "content": text}],
    )
    return msg.content[0].text


async def lesson(request):
    ws = web.WebSocketResponse()
    await ws.prepare(request)
    notes = ""
    async for frame in ws:
        if frame.type != WSMsgType.TEXT:
            break
        data = frame.json()
        notes = data.get("notes", notes)
        await ws.send_json({"answer": await teach(notes, data["text"])})
    return ws


app = web.Application()
app.add_routes([web.get("/lesson", lesson)])

if __name__ == "__main__":
    web.run_app(app)
