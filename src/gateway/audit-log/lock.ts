import { readFileSync } from "node:fs";
import { open, readFile, rm } from "node:fs/promises";
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

function isHeld(owner: string): boolean {
  const [word = "", begin] = owner.trim().split(" ");
  const pid = Number(word);
  if (!Number.isSafeInteger(pid) || pid < 1 || !isAlive(pid)) return false;
  const now = beginOf(pid);
  return begin === undefined || now === undefined || now === begin;
}

/**
 * Keeps a file for this process by a file beside it, `FILE.lock`, that names it. One that a process left
 * behind when it was killed is taken over. Gives what lets it go again.
 */
export async function lockFile(file: string): Promise<() => Promise<void>> {
  const lock = `${file}.lock`;
  const me = `${process.pid} ${beginOf(process.pid) ?? ""}`.trim();
  for (let tries = 0; tries < 3; tries++) {
    try {
      const handle = await open(lock, "wx", 0o600);
      await handle.writeFile(me);
      await handle.close();
      return () => rm(lock, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
    const owner = await readFile(lock, "utf8").catch(() => "");
    if (isHeld(owner))
      throw new PaviseError(
        "audit-log-busy",
        `${file} is written by process ${owner.split(" ")[0]}`,
        { hint: "Each gateway needs an audit log of its own." },
      );
    await rm(lock, { force: true });
  }
  throw new PaviseError("audit-log-busy", `${lock} cannot be taken over`);
}
