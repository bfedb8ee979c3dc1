import os
from dataclasses import dataclass


@dataclass(frozen=True)
class Settings:
    region: str
    billing_api_key: str


def load() -> Settings:
    return Settings(
        region=os.environ.get("REGION", "eu"), billing_api_key=os.environ["BILLING_API_KEY"]
    )
