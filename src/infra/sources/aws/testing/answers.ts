import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { LiveReading } from "../../live/reading.ts";
import { readAws } from "../index.ts";

/**
 * What is answered: by the target of JSON (`SageMaker.ListModels`), by method and path of REST, or, as XML, by
 * the action of a query (`query DescribeVpcEndpoints`).
 */
export type Answers = Readonly<Record<string, object | string>>;

const who =
  "<GetCallerIdentityResponse><GetCallerIdentityResult><Account>123456789012</Account></GetCallerIdentityResult></GetCallerIdentityResponse>";

/** Reads an account whose server has these answers and no others: what AWS documents, and moto lacks. */
export async function readAnswers(answers: Answers): Promise<LiveReading> {
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      const body = Buffer.concat(parts).toString("utf8");
      if (body.includes("GetCallerIdentity")) return response.end(who);
      const target = request.headers["x-amz-target"];
      const { pathname } = new URL(request.url ?? "", "http://x");
      const action = new URLSearchParams(body).get("Action");
      const name =
        typeof target === "string"
          ? target
          : action === null
            ? `${request.method ?? ""} ${decodeURIComponent(pathname)}`
            : `query ${action}`;
      const said = answers[name];
      if (said === undefined)
        return response.writeHead(400).end('{"__type": "UnknownOperationException"}');
      return response.end(typeof said === "string" ? said : JSON.stringify(said));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  try {
    return await readAws({
      env: {
        AWS_ACCESS_KEY_ID: "AKIAEXAMPLE",
        AWS_SECRET_ACCESS_KEY: "x",
        AWS_ENDPOINT_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
        HOME: "/nowhere",
      },
      regions: ["eu-west-1"],
      pace: { tries: 1, perSecond: 10_000 },
    });
  } finally {
    server.closeAllConnections();
    server.close();
  }
}
