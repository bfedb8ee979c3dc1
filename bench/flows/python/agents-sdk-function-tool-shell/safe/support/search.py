from pathlib import Path


def grep(pattern: str) -> str:
    lines = Path("/var/log/app.log").read_text().splitlines()
    return "\n".join([line for line in lines if pattern in line][-50:])
