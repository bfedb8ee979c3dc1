import os
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Database:
    host: str = "db.internal.example"
    name: str = "warehouse"
    user: str = "analyst"
    password: str = field(default_factory=lambda: os.environ["WAREHOUSE_PASSWORD"])

    @property
    def dsn(self) -> str:
        return f"postgresql://{self.user}:{self.password}@{self.host}/{self.name}"

    @property
    def label(self) -> str:
        return f"{self.name} on {self.host}"
