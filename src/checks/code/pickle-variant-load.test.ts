import { checkCases } from "../../testing/check-cases.ts";
import { pickleVariantLoad } from "./pickle-variant-load.ts";

checkCases(pickleVariantLoad, {
  found: [
    "from pyspark.serializers import PickleSerializer\nPickleSerializer().loads(b)",
    "import msgpack, msgpack_numpy as m\nmsgpack.unpackb(body, object_hook=m.decode)",
    "import cloudpickle\ncloudpickle.loads(data)",
    "from ray import cloudpickle as pickle\npickle.load(f)",
    "import msgpack_numpy as m\nm.patch()",
    "from klepto.archives import dir_archive\ncache = dir_archive('cache', serialized=True)",
    "import dill\ndill.load_session('s.pkl')",
    "import jsonpickle\njsonpickle.loads(text)",
    "import pickle5 as p\np.Unpickler(f).load()",
  ],
  clean: [
    "import json\njson.loads(s, object_hook=decode)",
    "import cloudpickle\ncloudpickle.dumps(f)",
    "import msgpack\nmsgpack.unpackb(data)",
    "import pickle\npickle.load(f)",
    "import srsly\nsrsly.json_loads(text)",
  ],
});
