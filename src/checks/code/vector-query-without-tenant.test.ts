import { expect, test } from "vitest";
import { checkCases, runCheck } from "../../testing/check-cases.ts";
import { vectorQueryWithoutTenant } from "./vector-query-without-tenant.ts";

checkCases(vectorQueryWithoutTenant, {
  found: [
    "import chromadb\ncollection = chromadb.Client().get_collection('c')\ndef ask(q, user_id):\n    return collection.query(query_texts=[q], n_results=5)",
    "class Desk:\n    def ask(self, question: str, customer_id: int):\n        return self.store.similarity_search_with_score(question)",
    "from pinecone import Pinecone\nindex = Pinecone().Index('x')\nasync def ask(vec, tenant):\n    return index.query(vector=vec, top_k=3)",
    "Chroma('c', emb).similarity_search(request.args['q'])",
    "store.similarity_search(q)",
  ],
  clean: [
    "def ask(q, user_id):\n    return store.similarity_search(q, filter={'u': user_id})",
    "def ask(q, user_id):\n    store = open_store(user_id)\n    return store.similarity_search(q)",
    "def ask(q, user_id):\n    return stores[user_id].similarity_search(q)",
    "def ask(q, tenant):\n    return index.query(vector=v, top_k=3, namespace=tenant)",
    "def ask(q, user_id, **kwargs):\n    return store.similarity_search(q, **kwargs)",
    "session.query(Loan).all()",
    "re.search(pattern, text)",
  ],
});

test("without anybody to keep apart it is for an audit", () => {
  const code = "def ask(user_query):\n    return store.similarity_search(user_query)";
  expect(runCheck(vectorQueryWithoutTenant, { code })[0]?.details.audience).toBe("audit");
});
