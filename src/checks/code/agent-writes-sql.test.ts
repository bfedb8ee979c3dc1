import { checkCases } from "../../testing/check-cases.ts";
import { agentWritesSql } from "./agent-writes-sql.ts";

checkCases(agentWritesSql, {
  found: [
    "from langchain_community.agent_toolkits import create_spark_sql_agent\ncreate_spark_sql_agent(llm, toolkit)",
    "from langchain_experimental.sql import SQLDatabaseChain\nSQLDatabaseChain.from_llm(llm, db)",
    "from llama_index.core.query_engine import NLSQLTableQueryEngine as E\nE(sql_database=db, tables=['a'])",
    "from langchain_community.agent_toolkits.sql.base import create_sql_agent\ncreate_sql_agent(\n  llm=llm,\n  db=db)",
  ],
  clean: [
    "from mine import create_sql_agent\ncreate_sql_agent(llm)",
    "from langchain_community.utilities import SQLDatabase\nSQLDatabase(engine)",
    "class SQLDatabaseChain: ...\nSQLDatabaseChain.from_llm(x)",
  ],
});
