from .build import produce

LATEST = None


def refresh(subject: str) -> None:
    global LATEST
    LATEST = produce(subject)


def run() -> None:
    if LATEST is not None:
        exec(LATEST, {"__name__": "__main__"})  # sink


if __name__ == "__main__":
    refresh("removes log files older than a week")
    run()
