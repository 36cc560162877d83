/** An address that is safe in a link: `http:` or `https:`; otherwise `null`. */
export const toWebAddress = (address: string | null): string | null =>
  address !== null && /^https?:/.test(address) ? address : null;
