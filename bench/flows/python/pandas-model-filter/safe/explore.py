import operator

import pandas as pd

from ask import Filter, filter_for

COMPARE = {"gt": operator.gt, "lt": operator.lt, "eq": operator.eq}


def select(frame: pd.DataFrame, wanted: Filter) -> pd.DataFrame:
    return frame[COMPARE[wanted.operator](frame[wanted.column], wanted.value)]


def main() -> None:
    frame = pd.read_csv("sales.csv")
    question = input("Which rows? ")
    print(select(frame, filter_for(question)))


if __name__ == "__main__":
    main()
