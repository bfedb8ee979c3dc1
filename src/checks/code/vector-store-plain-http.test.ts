import { checkCases } from "../../testing/check-cases.ts";
import { vectorStorePlainHttp } from "./vector-store-plain-http.ts";

checkCases(vectorStorePlainHttp, {
  found: [
    'import weaviate\nweaviate.connect_to_custom(http_host="w.example.com", http_secure=False, http_port=80)',
    "import weaviate as w\nw.Client('http://w.riverbank.io')",
    "import chromadb\nchromadb.HttpClient(host='10.1.2.3', port=8000)",
    "from pymilvus import MilvusClient\nURI = 'http://milvus.riverbank.io:19530'\nMilvusClient(\n  uri=URI,\n  token=token)",
    "from elasticsearch import Elasticsearch\nElasticsearch(['http://es.riverbank.io:9200'])",
  ],
  clean: [
    "import chromadb\nchromadb.HttpClient(host='localhost')",
    "import chromadb\nchromadb.HttpClient(host='c.riverbank.io', ssl=True)",
    "from qdrant_client import QdrantClient\nQdrantClient(':memory:')",
    "from qdrant_client import QdrantClient\nQdrantClient(url='http://qdrant:6333')",
    "from pymilvus import MilvusClient\nMilvusClient('milvus.db')",
  ],
});
