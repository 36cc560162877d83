import type { LocalNetworkPermission } from "../run/run-data.ts";

/** Names of the permission to connect to this computer or its network, the newest first. */
const names = ["loopback-network", "local-network", "local-network-access"];

/** Whether the page may connect to the reader's computer or network; `null` in a browser without such a permission. Never prompts. */
export async function queryLocalNetwork(
  query: (name: string) => Promise<{ state: string }> = (name) =>
    navigator.permissions.query({ name: name as PermissionName }),
): Promise<LocalNetworkPermission> {
  for (const name of names) {
    try {
      return (await query(name)).state as LocalNetworkPermission;
    } catch {
      // Not known by this name.
    }
  }
  return null;
}
