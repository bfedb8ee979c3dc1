import runpy

from .build import produce

LATEST = None


def refresh(subject: str) -> None:
    global LATEST
    LATEST = produce(subject)


def run() -> None:
    if LATEST is not None:
        print("Proposed, for review:\n", LATEST)
    runpy.run_module("crew.cleanup", run_name="__main__")


if __name__ == "__main__":
    refresh("removes log files older than a week")
    run()
