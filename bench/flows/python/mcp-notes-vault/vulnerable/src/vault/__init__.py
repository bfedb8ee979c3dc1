from .paths import note_path

__all__ = ["note_path"]
