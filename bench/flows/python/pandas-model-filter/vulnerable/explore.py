import pandas as pd

from ask import filter_for


def select(frame: pd.DataFrame, expression: str) -> pd.DataFrame:
    return eval(expression, {"df": frame, "pd": pd})  # sink


def main() -> None:
    frame = pd.read_csv("sales.csv")
    question = input("Which rows? ")
    print(select(frame, filter_for(question, list(frame.columns))))


if __name__ == "__main__":
    main()
