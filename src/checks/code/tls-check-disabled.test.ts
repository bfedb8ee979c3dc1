import { checkCases } from "../../testing/check-cases.ts";
import { tlsCheckDisabled } from "./tls-check-disabled.ts";

checkCases(tlsCheckDisabled, {
  found: [
    'import redis\nredis.Redis(host="r", ssl_cert_reqs="none")',
    'from tritonclient.http import InferenceServerClient\nInferenceServerClient("t:8000", ssl=True, insecure=True)',
    "import litellm\nlitellm.ssl_verify = False",
    "from langchain_community.document_loaders import WebBaseLoader\nWebBaseLoader(url, verify_ssl=False)",
    "import aiohttp\nasync def f():\n    async with aiohttp.ClientSession() as s:\n        await s.get(u, ssl=False)",
    "from aiohttp import TCPConnector as T\nT(ssl=False)",
    "from elasticsearch import Elasticsearch\nElasticsearch(\n  hosts,\n  verify_certs=False)",
    "import ssl\nctx = ssl.create_default_context()\nctx.check_hostname = False\nctx.verify_mode = ssl.CERT_NONE",
    "import urllib3\nurllib3.PoolManager(cert_reqs='CERT_NONE')",
    "from minio import Minio\nkw = {'cert_check': False}\nMinio('a.io', **kw)",
    "from pymongo import MongoClient\nMongoClient(u, tlsAllowInvalidCertificates=True)",
  ],
  clean: [
    "self.verify = False",
    "import litellm\nlitellm.ssl_verify = True",
    "import boto3\nboto3.client('s3', verify=verify)",
    "import aiohttp\nasync def f(s):\n    await aiohttp.request('get', u, ssl=ctx)",
    "import ssl\nctx.verify_mode = ssl.CERT_REQUIRED",
    "from elasticsearch import Elasticsearch\nElasticsearch(hosts, verify_certs=True)",
    "thing(verify=False)",
  ],
});
