import logging

log = logging.getLogger("calls")


def note(event: str, detail: str) -> None:
    log.info("%s: %s", event, detail)  # sink
