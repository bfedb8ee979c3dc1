import os

from smolagents import Tool


class SaveNote(Tool):
    name = "save_note"
    description = "Saves a note"
    inputs = {
        "title": {"type": "string", "description": "Title"},
        "text": {"type": "string", "description": "Text"},
    }
    output_type = "string"

    def forward(self, title: str, text: str) -> str:
        return self.store(os.path.join("notes", os.path.basename(title) + ".txt"), text)

    def store(self, path: str, text: str) -> str:
        with open(path, "w") as file:
            file.write(text)
        return path
