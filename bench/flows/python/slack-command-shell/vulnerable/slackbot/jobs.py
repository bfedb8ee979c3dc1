import subprocess


def start(line: str) -> str:
    finished = subprocess.run(
        "make -C /srv/train " + line, shell=True, capture_output=True, text=True  # sink
    )
    return finished.stdout[-1500:]
