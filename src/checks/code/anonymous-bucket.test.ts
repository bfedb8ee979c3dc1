import { checkCases } from "../../testing/check-cases.ts";
import { anonymousBucket } from "./anonymous-bucket.ts";

checkCases(anonymousBucket, {
  found: [
    'import boto3\nboto3.client("s3", config=Config(signature_version=UNSIGNED))',
    "import s3fs\nfs = s3fs.S3FileSystem(anon=True)",
    "from gcsfs import GCSFileSystem as G\nG(project='x', token='anon')",
    "import pandas as pd\noptions = {'anon': True}\npd.read_parquet('s3://b/x', storage_options=options)",
    "import boto3\nfrom botocore import UNSIGNED\nfrom botocore.config import Config\nboto3.client('s3', config=Config(signature_version=UNSIGNED))",
    "from google.cloud import storage\nstorage.Client.create_anonymous_client()",
    "import fsspec\nfsspec.open(\n    's3://b/x',\n    anon=True,\n)",
    "import pyarrow.fs as fs\nfs.S3FileSystem(anonymous=True)",
  ],
  clean: [
    "import s3fs\ns3fs.S3FileSystem(anon=False)",
    "import s3fs\ns3fs.S3FileSystem(anon=anonymous)",
    "import pandas as pd\npd.read_parquet('s3://b/x', storage_options={'anon': False})",
    "from botocore.config import Config\nConfig(signature_version='s3v4')  # anon",
    "login(anon=True)",
  ],
});
