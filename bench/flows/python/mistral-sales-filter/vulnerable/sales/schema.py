from typing import Literal

from pydantic import BaseModel


class SalesFilter(BaseModel):
    region: str
    order_by: str = "day"
    year: int = 2025
