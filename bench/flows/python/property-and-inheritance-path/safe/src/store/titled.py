import cohere

from store.base import Document


class TitledDocument(Document):
    def __init__(self, text: str) -> None:
        self.text = text
        self.title = cohere.Client().chat(message=f"A title for: {text}").text

    @property
    def name(self) -> str:
        return f"{self.title}.md"

    def store(self) -> None:
        super().save(self.text)


TitledDocument("Notes of the meeting").store()
