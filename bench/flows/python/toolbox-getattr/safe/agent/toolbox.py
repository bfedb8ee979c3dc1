import os
import shutil
from datetime import datetime


def now(tz: str = "UTC") -> str:
    return datetime.now().isoformat() + tz


def free_space(unit: str = "GB") -> str:
    n = shutil.disk_usage(os.path.expanduser("~")).free
    return f"{n / 1e9:.1f} {unit}"
