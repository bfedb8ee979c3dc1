from langchain_core.output_parsers import StrOutputParser
from langchain_core.prompts import ChatPromptTemplate
from langchain_openai import ChatOpenAI

prompt = ChatPromptTemplate.from_messages(
    [
        ("system", "Translate the request into a Python lambda over a row."),
        ("user", "{request}"),
    ]
)
chain = prompt | ChatOpenAI(model="gpt-4o-mini", timeout=20, max_tokens=200) | StrOutputParser()


def translate(request: str) -> tuple[str, str]:
    answer = chain.invoke({"request": request})
    return request, answer.strip("` \n")


def filter_rows(rows: list[dict], request: str) -> list[dict]:
    label, source = translate(request)
    predicate = eval(source)  # sink
    print(f"{label}: {len(rows)} rows")
    return [row for row in rows if predicate(row)]
