import duckdb


class Analyst:
    """Answers questions over Parquet files, which can also be read and written by SQL."""

    def statement(self, question: str) -> str:
        raise NotImplementedError

    def answer(self, question: str):
        sql = self.statement(question)
        return duckdb.sql(sql).df()  # sink
