from .runner import NotebookAgent

__all__ = ["NotebookAgent"]
