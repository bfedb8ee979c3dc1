import pandas as pd

from warehouse.ask import expression_for


def matching(question: str) -> pd.DataFrame:
    frame = pd.read_parquet("stock.parquet")
    wanted = expression_for(question=question, columns=list(frame.columns))
    return frame.query(wanted, engine="python")  # sink
