import sqlite3

from langchain_anthropic import ChatAnthropic
from langchain_core.callbacks import BaseCallbackHandler


class Keeper(BaseCallbackHandler):
    def __init__(self, path="memory.db"):
        self.con = sqlite3.connect(path)
        self.con.execute("CREATE TABLE IF NOT EXISTS memory(text TEXT)")
        self.last = ""

    def on_llm_end(self, response, **kwargs):
        self.last = response.generations[0][0].text
        self.flush()

    def flush(self):
        self.con.execute("INSERT INTO memory VALUES (?)", (self.last,))
        self.con.commit()


def main():
    llm = ChatAnthropic(model="claude-3-5-haiku-latest", callbacks=[Keeper()])
    while line := input("> "):
        print(llm.invoke(line).content)


if __name__ == "__main__":
    main()
