import { request } from "node:http";

/** An answer: its status, and its body as JSON; `null` where that is none. */
export interface JsonAnswer {
  status: number;
  value: unknown;
}

/** Posts JSON and gives the answer; rejects where there is none within `ms` milliseconds. (`fetch` would stop waiting after five minutes.) */
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
