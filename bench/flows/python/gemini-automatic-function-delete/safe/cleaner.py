from pathlib import Path

from google import genai
from google.genai import types


def delete_file(path: str) -> str:
    """Deletes a file of the trash folder."""
    trash = {entry.name: entry for entry in Path("trash").iterdir()}
    if path not in trash:
        return "not in the trash"
    trash[path].unlink()
    return "deleted"


client = genai.Client()
config = types.GenerateContentConfig(tools=[delete_file], max_output_tokens=500)
chat = client.chats.create(model="gemini-2.5-flash", config=config)
print(chat.send_message("Make some room on my disk").text)
