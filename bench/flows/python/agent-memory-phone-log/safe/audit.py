import logging

log = logging.getLogger("calls")


def mask(text: str) -> str:
    return "*" * max(len(text) - 2, 0) + text[-2:]


def note(event: str, detail: str) -> None:
    log.info("%s: %s", event, mask(detail))
