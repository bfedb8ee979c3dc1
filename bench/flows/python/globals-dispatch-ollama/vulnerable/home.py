import ollama


def lights(on: bool) -> str:
    return f"lights {on}"


def heating(degrees: int) -> str:
    return f"heating {degrees}"


def decide(wish: str, tools: list) -> dict:
    response = ollama.chat(
        model="llama3.2", messages=[{"role": "user", "content": wish}], tools=tools
    )
    return response["message"]["tool_calls"][0]["function"]


def obey(wish: str, tools: list) -> str:
    function = decide(wish, tools)
    name = function["name"]
    return globals()[name](**function["arguments"])  # sink
