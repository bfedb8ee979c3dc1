import pandas as pd
from groq import Groq

groq = Groq()


def complete(**kw):
    res = groq.chat.completions.create(model="llama-3.1-8b-instant", temperature=0, **kw)
    return res.choices[0].message.content


ask = lambda text: complete(messages=[{"role": "user", "content": text}])  # noqa: E731


def compute(df, question):
    answer = ask(f"Columns: {list(df.columns)}. One expression for pandas eval: {question}")
    return df.eval(answer, engine="python")  # sink


if __name__ == "__main__":
    frame = pd.read_csv("runs.csv")
    print(compute(frame, "the difference between loss and baseline").describe())
