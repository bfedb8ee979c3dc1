import jsonpickle
from mistralai import Mistral

client = Mistral()


def quest(world: str) -> str:
    response = client.chat.complete(
        model="mistral-large-latest",
        max_tokens=400,
        messages=[{"role": "user", "content": f"A quest as JSON for {world}"}],
    )
    return response.choices[0].message.content or "{}"


def load_quest(world: str):
    return jsonpickle.decode(quest(world))  # sink
