from google import genai
from google.genai import types

client = genai.Client()
write_note = types.FunctionDeclaration(
    name="write_note",
    description="Writes a note",
    parameters={
        "type": "OBJECT",
        "properties": {"title": {"type": "STRING"}, "text": {"type": "STRING"}},
    },
)
config = types.GenerateContentConfig(
    tools=[types.Tool(function_declarations=[write_note])], max_output_tokens=400
)


def save(title: str, text: str) -> None:
    with open(f"diary/{title}.txt", "w") as file:  # sink
        file.write(text)


def listen(utterance: str) -> None:
    response = client.models.generate_content(
        model="gemini-2.5-flash", contents=utterance, config=config
    )
    for part in response.candidates[0].content.parts:
        if part.function_call and part.function_call.name == "write_note":
            save(**dict(part.function_call.args))
