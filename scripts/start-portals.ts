import path from 'node:path'
import { setGlobalConfig } from '@openid4vc/oauth2'
import { PORTALS, type Portal } from '../web/portal/portals'
import { type RunningPortal, servePortal } from '../web/portal/serve-portal'
import { certifyLocally, outfit, registerLocally } from './local-website'

export interface RunningPortals {
  readonly portals: readonly { readonly id: Portal['id']; readonly url: string }[]
  close(): Promise<void>
}

/**
 * Starts the specimen websites beside a cloud on this machine: each with a key of its own in `<dataDir>/portals`, a certificate of the
 * local access authority, and an entry in the cloud's register.
 *
 * @param cloudUrl the running local cloud
 * @param cloudPort the websites take the ports behind it where they are free; 0 takes any
 */
export async function startPortals(
  cloudUrl: string,
  dataDir: string,
  cloudPort: number,
): Promise<RunningPortals> {
  // The library refuses plain HTTP otherwise; on this machine there is nothing else.
  setGlobalConfig({ allowInsecureUrls: true })
  const running: (RunningPortal & Pick<Portal, 'id'>)[] = []
  for (const [at, portal] of PORTALS.entries()) {
    const { organisation, domain, contact, purpose } = portal
    const kept = await certifyLocally(
      path.join(dataDir, 'portals', `${portal.id}.json`),
      domain,
      organisation.zh,
    )
    const { certificate } = kept
    await registerLocally(
      { organisation, domains: [domain], certificate, contact, purposes: [purpose] },
      cloudUrl,
    )
    const serve = (port: number) =>
      servePortal(portal, port, (addresses) => ({ ...addresses, ...outfit(kept, cloudUrl) }))
    const served = await serve(cloudPort && cloudPort + 1 + at).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EADDRINUSE') throw error
      return serve(0)
    })
    running.push({ id: portal.id, ...served })
  }
  return {
    portals: running.map(({ id, url }) => ({ id, url })),
    close: async () => void (await Promise.all(running.map((one) => one.close()))),
  }
}
