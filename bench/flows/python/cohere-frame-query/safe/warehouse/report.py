import operator

import pandas as pd

from warehouse.ask import expression_for

OPERATORS = {"<": operator.lt, ">": operator.gt, "==": operator.eq}


def matching(question: str) -> pd.DataFrame:
    frame = pd.read_parquet("stock.parquet")
    wanted = expression_for(question=question, columns=list(frame.columns))
    column, sign, value = wanted.split()
    if column not in frame.columns or sign not in OPERATORS:
        raise ValueError("not a comparison")
    return frame[OPERATORS[sign](frame[column], float(value))]
