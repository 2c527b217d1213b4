import type { IncomingMessage, ServerResponse } from 'node:http'

/** Answers a request whose path it was registered for. */
export interface Route {
  (request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> | void
  /** True when a link on a foreign page may lead here. */
  readonly navigable?: boolean
}

/** A path (`/admin`) or everything below one (`/files/`) and who answers it. */
export type Routes = ReadonlyMap<string, Route>

/** A route that a foreign page may link to, though it may neither load nor frame it: pages and functions for the world. */
export function navigable(route: Route): Route {
  return Object.assign((...call: Parameters<Route>) => route(...call), { navigable: true })
}
