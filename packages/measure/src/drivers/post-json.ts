import { request } from "node:http";

/** A response: its status, and its body as JSON or `null`. */
export interface JsonAnswer {
  status: number;
  value: unknown;
}

/** Posts JSON and returns the response; rejects if there is none within `ms` milliseconds. (`fetch` would give up after five minutes.) */
export function postJson(url: string, body: unknown, ms: number): Promise<JsonAnswer> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { method: "POST", headers: { "Content-Type": "application/json" } }, (response) => {
      let text = "";
      response.setEncoding("utf8");
      response.on("data", (chunk) => {
        text += chunk;
      });
      response.on("error", reject);
      response.on("end", () => resolve({ status: response.statusCode ?? 0, value: fromJson(text) }));
    });
    const timer = setTimeout(() => sent.destroy(new Error(`${url} did not answer in ${ms / 1000} s`)), ms);
    sent.on("close", () => clearTimeout(timer));
    sent.on("error", reject);
    sent.end(JSON.stringify(body));
  });
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
