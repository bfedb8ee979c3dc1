import subprocess


def start(line: str) -> str:
    finished = subprocess.run(  # sink
        "make -C /srv/train " + line, shell=True, capture_output=True, text=True
    )
    return finished.stdout[-1500:]
