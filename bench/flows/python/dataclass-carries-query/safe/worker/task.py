from dataclasses import dataclass, field

KNOWN = {"SELECT count(*) FROM users", "SELECT count(*) FROM orders"}


@dataclass
class Task:
    label: str
    query: str
    rows: list = field(default_factory=list)

    def __post_init__(self) -> None:
        if self.query not in KNOWN:
            raise ValueError("unknown query")
