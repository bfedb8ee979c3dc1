import contextlib
import io


def run_code(source: str) -> str:
    output = io.StringIO()
    with contextlib.redirect_stdout(output):
        exec(source, {"__name__": "__analysis__"})  # sink
    return output.getvalue()
