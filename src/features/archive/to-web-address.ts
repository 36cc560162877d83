/** An address as it may stand in a link: one of the web, and no script; else `null`. */
export const toWebAddress = (address: string | null): string | null =>
  address !== null && /^https?:/.test(address) ? address : null;
