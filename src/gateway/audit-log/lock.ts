import { readFileSync } from "node:fs";
import { open, readFile, rm, stat, utimes } from "node:fs/promises";
import { hostname } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import { PaviseError } from "../../core/index.ts";

/** When a process began, in the kernel's own words; a number of a process is used again, also the 1 of a container. */
function beginOf(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The name of the program is in parentheses and may hold spaces; field 22 is the start.
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19];
  } catch {
    return undefined;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** Milliseconds after which the lock of another machine is nobody's, and how often its holder says that it lives. */
const foreignMs = 60_000;
const beatMs = 15_000;

/** Processes of another machine, or of another container, cannot be asked for: their sign of life is the file's time. */
async function isFresh(lock: string): Promise<boolean> {
  const { mtimeMs } = await stat(lock).catch(() => ({ mtimeMs: 0 }));
  return Math.abs(Date.now() - mtimeMs) < foreignMs;
}

async function isHeld(owner: string, lock: string): Promise<boolean> {
  const [word = "", begin, host] = owner.trim().split(" ");
  if (host !== undefined && host !== hostname()) return isFresh(lock);
  const pid = Number(word);
  if (!Number.isSafeInteger(pid) || pid < 1 || !isAlive(pid)) return false;
  const now = beginOf(pid);
  return begin === "-" || begin === undefined || now === undefined || now === begin;
}

function toldHost(owner: string): string {
  const host = owner.trim().split(" ")[2];
  return host === undefined || host === hostname() ? "" : ` of ${host}`;
}

function hold(lock: string): () => Promise<void> {
  const beat = setInterval(() => {
    const now = new Date();
    utimes(lock, now, now).catch(() => undefined);
  }, beatMs);
  beat.unref();
  return () => {
    clearInterval(beat);
    return rm(lock, { force: true });
  };
}

/**
 * Keeps a file for this process by a file beside it, `FILE.lock`, that names it and its machine. One that a
 * process left behind when it was killed is taken over, at once on the same machine and after a minute of
 * silence from another (a volume that several share). Gives what lets it go again.
 */
export async function lockFile(file: string): Promise<() => Promise<void>> {
  const lock = `${file}.lock`;
  const me = `${process.pid} ${beginOf(process.pid) ?? "-"} ${hostname()}`;
  let wasTaken = false;
  for (let tries = 0; tries < 3; tries++) {
    try {
      const handle = await open(lock, "wx", 0o600);
      await handle.writeFile(me);
      await handle.close();
      // Two that find the same old lock could each remove what the other has just made.
      if (wasTaken) await sleep(50);
      if (!wasTaken || (await readFile(lock, "utf8").catch(() => "")) === me) return hold(lock);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
    const owner = await readFile(lock, "utf8").catch(() => "");
    if (await isHeld(owner, lock))
      throw new PaviseError(
        "audit-log-busy",
        `${file} is written by process ${owner.split(" ")[0]}${toldHost(owner)}`,
        { hint: "Each gateway needs an audit log of its own." },
      );
    await rm(lock, { force: true });
    wasTaken = true;
  }
  throw new PaviseError("audit-log-busy", `${lock} cannot be taken over`);
}
