from .llm import generate_code
from .runner import run_code

__all__ = ["generate_code", "run_code"]
