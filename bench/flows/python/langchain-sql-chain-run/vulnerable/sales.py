from langchain.chains import create_sql_query_chain
from langchain_community.utilities import SQLDatabase
from langchain_openai import ChatOpenAI

db = SQLDatabase.from_uri("postgresql:///sales")
llm = ChatOpenAI(model="gpt-4o", temperature=0, timeout=30, max_tokens=500)
chain = create_sql_query_chain(llm, db)

question = "How many orders came from Norway last month?"
generated = chain.invoke({"question": question})
query = generated.removeprefix("SQLQuery:").strip()
print(db.run(query))  # sink
