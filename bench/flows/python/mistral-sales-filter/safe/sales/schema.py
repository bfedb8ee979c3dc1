from typing import Literal

from pydantic import BaseModel


class SalesFilter(BaseModel):
    region: Literal["north", "south", "east", "west"]
    order_by: Literal["day", "amount"] = "day"
    year: int = 2025
