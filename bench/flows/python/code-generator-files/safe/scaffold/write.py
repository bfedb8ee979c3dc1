import os

from werkzeug.utils import secure_filename

from scaffold.plan import plan


def scaffold(description: str, folder: str = "generated") -> int:
    files = plan(description)
    for name, content in files.items():
        path = os.path.join(folder, secure_filename(name))
        with open(path, "w", encoding="utf-8") as handle:
            handle.write(content)
    return len(files)
