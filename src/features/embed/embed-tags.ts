/** An attribute's value, escaped for HTML. */
const toAttribute = (value: string) =>
  value.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** The tags that embed the playground in another site's page. */
export function scriptTag(src: string, integrity: string, attributes: Record<string, string>): string {
  const given = Object.entries(attributes).map(([name, value]) => ` ${name}="${toAttribute(value)}"`);
  return `<script type="module" src="${toAttribute(src)}" integrity="${integrity}" crossorigin></script>
<close-event-playground${given.join("")}>
  This part needs JavaScript.
</close-event-playground>`;
}

/** The playground as an iframe, in which no other lab can be chosen. */
export function frameTag(src: string, { lab: _, ...attributes }: Record<string, string>): string {
  const url = new URL(src);
  for (const [name, value] of Object.entries(attributes)) url.searchParams.set(name, value);
  return `<iframe src="${toAttribute(url.href)}" title="See how a WebSocket connection ends" width="100%" height="900" loading="lazy" sandbox="allow-scripts allow-same-origin allow-forms" allow="clipboard-write; loopback-network; local-network-access"></iframe>`;
}
