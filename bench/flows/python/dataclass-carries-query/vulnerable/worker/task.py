from dataclasses import dataclass, field


@dataclass
class Task:
    label: str
    query: str
    rows: list = field(default_factory=list)
