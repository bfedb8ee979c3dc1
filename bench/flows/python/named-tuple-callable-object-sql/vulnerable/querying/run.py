import pymysql

from querying.translator import Translator

translate = Translator()


def run(question: str) -> tuple:
    translation = translate(question)
    connection = pymysql.connect(host="localhost", database="web")
    with connection.cursor() as cursor:
        cursor.execute(translation.query)  # sink
        return cursor.fetchall()
