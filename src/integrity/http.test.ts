import { describe, expect, test } from "vitest";
import { serve } from "./testing/server.ts";
import { ask, isOpenToChange, serverOf } from "./http.ts";

const accept = "text/plain";

describe("redirects", () => {
  test("on the same server they keep what was meant for it", async () => {
    const { url, asked } = await serve((request, response) => {
      if (request.url === "/a") response.writeHead(302, { location: "/b" }).end();
      else response.end("b");
    });
    const reply = await ask({ url: new URL(`${url}/a`), accept, authorization: "Bearer x" });
    expect([reply.status, reply.body.toString()]).toEqual([200, "b"]);
    expect(asked.map(({ authorization }) => authorization)).toEqual(["Bearer x", "Bearer x"]);
  });

  test("to another server nothing is told that was meant for this one", async () => {
    const other = await serve((_, response) => response.end("c"));
    const { url } = await serve((_, response) => {
      const location = other.url.replace("//", "//user:word@");
      response.writeHead(307, { location }).end();
    });
    const reply = await ask({ url: new URL(url), accept, authorization: "Bearer x" });
    expect([reply.body.toString(), other.asked]).toEqual([
      "c",
      [{ url: "/", authorization: undefined }],
    ]);
  });

  test.each(["file:///etc/passwd", "ftp://host/x", "http://[", "/again"])(
    "%s is not followed",
    async (location) => {
      const { url } = await serve((_, response) => {
        response.writeHead(302, { location }).end();
      });
      await expect(ask({ url: new URL(url), accept })).rejects.toMatchObject({
        code: "record-unreachable",
      });
    },
  );
});

describe("limits", () => {
  test("an answer without end is cut off", async () => {
    const { url } = await serve((_, response) => {
      const more = (): void => {
        while (!response.destroyed && response.write(Buffer.alloc(65_536)));
        response.once("drain", more);
      };
      more();
    });
    const question = { url: new URL(url), accept, maxBytes: 1_000_000 };
    await expect(ask(question)).rejects.toThrow("larger than 1000000 bytes");
  });

  test("a server that is busy is asked again, and not for ever", async () => {
    const { url, asked } = await serve((_, response) => {
      response.writeHead(503, { "retry-after": "0" }).end();
    });
    expect((await ask({ url: new URL(url), accept })).status).toBe(503);
    expect(asked).toHaveLength(3);
  });

  test("who asks us to wait for an hour is not waited for", async () => {
    const { url, asked } = await serve((_, response) => {
      response.writeHead(429, { "retry-after": "3600" }).end();
    });
    expect((await ask({ url: new URL(url), accept })).status).toBe(429);
    expect(asked).toHaveLength(1);
  });

  test("an interrupt is heard while a server is silent", async () => {
    const { url } = await serve(() => {});
    const stop = new AbortController();
    setTimeout(() => stop.abort(), 50);
    const question = { url: new URL(url), accept, signal: stop.signal };
    await expect(ask(question)).rejects.toMatchObject({ code: "interrupted" });
  });
});

test("a token that cannot be sent is not quoted", async () => {
  const authorization = "Bearer hid\nden";
  const thrown = await ask({ url: new URL("http://127.0.0.1:1"), accept, authorization }).catch(
    (error: unknown) => error,
  );
  const { message, cause } = thrown as Error;
  expect(message).toContain("it cannot be asked");
  expect([message, cause]).toEqual([expect.not.stringContaining("hid"), undefined]);
});

test("what is shown of an address has no user, no password and no query", async () => {
  const { url } = await serve((_, response) => {
    response.destroy();
  });
  const secret = new URL(url.replace("//", "//user:word@"));
  secret.search = "token=hidden";
  const { base } = serverOf(secret.href, "--mlflow-uri");
  const error = await ask({ url: base, accept }).catch((thrown: unknown) => thrown);
  expect(String(error)).toContain(url);
  expect(String(error)).not.toMatch(/user|word|hidden/);
});

test.each([
  ["http://mlflow:5000", true],
  ["http://10.0.0.1", true],
  ["https://mlflow", false],
  ["http://127.0.0.1:5000", false],
  ["http://localhost", false],
  ["http://[::1]:1", false],
  ["http://localhost.example", true],
  ["http://127.evil.example", true],
])("%s can be changed on the way: %s", (url, expected) => {
  expect(isOpenToChange(new URL(url))).toBe(expected);
});
