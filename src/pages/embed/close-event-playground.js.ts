import type { APIRoute } from "astro";
import { embedScript } from "../../features/embed/embed-script.ts";

/** The playground as a single file for other sites. */
export const GET: APIRoute = async () => {
  const { code } = await embedScript();
  return new Response(code, { headers: { "Content-Type": "text/javascript; charset=utf-8" } });
};
