from pathlib import Path


class Document:
    folder = Path("documents")

    @property
    def name(self) -> str:
        return "untitled"

    def save(self, text: str) -> None:
        path = self.folder / self.name
        path.write_text(text)  # sink
