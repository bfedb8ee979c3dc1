import { defineCheck } from "../define.ts";
import { callsOf } from "./agents.ts";

const packages = ["langchain", "llama_index"] as const;
const makers = [
  "SQLDatabaseChain",
  "SQLDatabaseSequentialChain",
  "create_sql_agent",
  "create_spark_sql_agent",
  "SparkSQLToolkit",
  "NLSQLTableQueryEngine",
  "SQLTableRetrieverQueryEngine",
  "NLSQLRetriever",
  "QuerySQLDatabaseTool",
  "QuerySQLDataBaseTool",
  "SQLDatabaseToolkit",
] as const;

export const agentWritesSql = defineCheck({
  meta: {
    id: "agent-writes-sql",
    code: "PV-CODE-509",
    title: "A model writes the SQL that is run",
    asset: "python",
    severity: "low",
    confidence: "medium",
    audience: "default",
    aliases: [],
    controls: [
      "CWE-89",
      "OWASP-LLM03:2026",
      "OWASP-LLM06:2025",
      "OWASP-LLM10:2026",
      "OWASP-LLM05:2025",
      "ATLAS:AML.T0053",
    ],
    why: "The question decides the query: it can read every table that the account sees, and drop them where it may write.",
    mend: "Connect with an account that may only read the tables needed, name them (`include_tables`), and limit rows and time.",
    blind: "What the database account may do.",
    references: ["CVE-2023-36189", "CVE-2024-23751"],
    since: "0.1.0",
    examples: {
      found: [
        {
          code: "from langchain_community.agent_toolkits import create_sql_agent\nagent = create_sql_agent(llm, db=db)\n",
        },
      ],
      clean: [
        {
          code: 'from langchain_community.utilities import SQLDatabase\ndb = SQLDatabase.from_uri("sqlite:///x.db")\n',
        },
      ],
    },
  },
  run: (view, report) => {
    for (const call of callsOf(view, packages, makers)) report(call);
    for (const call of view.methods("from_llm")) {
      if (/^langchain.*\.SQLDatabase(?:Sequential)?Chain\.from_llm$/.test(call.name)) report(call);
    }
  },
});
