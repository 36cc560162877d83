import { createServer } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { build } from "esbuild";

const STRICT =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src ws: http:; require-trusted-types-for 'script'";
const OTHER_HASH = `sha384-${Buffer.alloc(48).toString("base64")}`;
const resolve = createRequire(import.meta.url).resolve;

/** Pages of another site, each with the playground in it. */
export interface HostServer {
  origin: string;
  stop(): Promise<void>;
}

/** A file of such a site. */
interface HostFile {
  type: string;
  body: string;
  csp?: string;
}

const html = (body: string, csp?: string): HostFile => ({
  type: "text/html",
  body: `<!doctype html><html lang="en"><title>host</title><main><h1>A host</h1><h2>The playground</h2>${body}</main>`,
  ...(csp === undefined ? {} : { csp }),
});

const REACT = `
import { createRoot } from "react-dom/client";
import { createElement, useState } from "react";
import "@wasclean/playground/define";
function Host() {
  const [code, setCode] = useState("?");
  const listen = (element) => element?.addEventListener("wasclean:end", ({ detail }) => setCode(String(detail.events.at(-1).code)));
  return createElement("div", null,
    createElement("close-event-playground", { ending: "server-close", code: "4002", reason: "react", lab: LAB, ref: listen }),
    createElement("output", null, code));
}
createRoot(document.querySelector("#root")).render(createElement(Host));
`;

const VUE = `
import { createApp, h, ref } from "vue";
import "@wasclean/playground/define";
const code = ref("?");
createApp({
  render: () => h("div", [
    h("close-event-playground", {
      ending: "server-close", code: "4003", reason: "vue", lab: LAB,
      "onWasclean:end": ({ detail }) => { code.value = String(detail.events.at(-1).code); },
    }),
    h("output", code.value),
  ]),
}).mount("#root");
`;

async function bundle(source: string, lab: string): Promise<HostFile> {
  const { outputFiles } = await build({
    stdin: { contents: source.replace("LAB", JSON.stringify(lab)), resolveDir: new URL(".", import.meta.url).pathname },
    bundle: true,
    format: "esm",
    write: false,
    logLevel: "error",
    define: { "process.env.NODE_ENV": '"production"', __VUE_OPTIONS_API__: "false", __VUE_PROD_DEVTOOLS__: "false" },
    alias: { vue: resolve("vue/dist/vue.runtime.esm-bundler.js") },
  });
  return { type: "text/javascript", body: outputFiles[0]?.text ?? "" };
}

/** Serves them at an origin of their own; `site` is where the playground's file and the lab are. */
export async function serveHosts(site: string): Promise<HostServer> {
  const lab = `${site}/lab/`;
  const { body: embed, integrity } = await fetchEmbed(site);
  const tag = (attributes: string) => `<close-event-playground lab="${lab}" ${attributes}></close-event-playground>`;
  const remote = `<script type="module" src="${site}/embed/close-event-playground.js" integrity="${integrity}" crossorigin></script>`;
  const files: Record<string, HostFile> = {
    "/plain": html(`${remote}${tag('ending="server-close" code="4001" reason="plain"')}`),
    "/wrong-hash": html(`${remote.replace(integrity, OTHER_HASH)}${tag("")}`),
    "/own.js": { type: "text/javascript", body: embed },
    "/strict": html(`<script type="module" src="/own.js"></script>${tag('ending="server-close" code="4001"')}`, STRICT),
    "/fifty": html(`<script type="module" src="/own.js"></script>${tag('ending="close-empty"').repeat(50)}`, STRICT),
    "/sandbox": html(
      `<iframe sandbox="allow-scripts" title="sandboxed" width="900" height="700" src="/plain"></iframe>`,
    ),
    "/react.js": await bundle(REACT, lab),
    "/react": html('<div id="root"></div><script type="module" src="/react.js"></script>'),
    "/vue.js": await bundle(VUE, lab),
    "/vue": html('<div id="root"></div><script type="module" src="/vue.js"></script>'),
  };
  const server = createServer(({ url = "" }, response) => {
    const file = files[url];
    if (file === undefined) return void response.writeHead(404).end();
    const csp = file.csp === undefined ? {} : { "Content-Security-Policy": file.csp };
    response
      .writeHead(200, { "Content-Type": `${file.type}; charset=utf-8`, "Access-Control-Allow-Origin": "*", ...csp })
      .end(file.body);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

/** The playground's single file, and the hash that the embed page prints for it. */
async function fetchEmbed(site: string): Promise<{ body: string; integrity: string }> {
  const page = await (await fetch(`${site}/embed/`)).text();
  const integrity = /sha384-[A-Za-z0-9+/=]+/.exec(page)?.[0] ?? "";
  return { body: await (await fetch(`${site}/embed/close-event-playground.js`)).text(), integrity };
}
