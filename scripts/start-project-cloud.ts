import type { IncomingMessage, ServerResponse } from 'node:http'
import path from 'node:path'
import { navigable } from '@nansha/localcloud/http/route'
import { CITIZEN_APP_ID, COMPANION_APP_ID } from '@nansha/localcloud/identity'
import { type LocalCloud, startLocalCloud } from '@nansha/localcloud/start-local-cloud'
import { startAuthority } from '#demo/authority/start-authority'
import { createDemoApi } from '#demo/demo-api'
import {
  createDevelopmentCall,
  createDevelopmentUpload,
  type DevelopmentCall,
  type DevelopmentUpload,
} from '#demo/development-client'
import { seedDemo } from '#demo/seed'
import { DEMO_OUTPUT } from './build-demo'
import { FUNCTIONS_OUTPUT } from './build-functions'
import { localEnvironment, localReporter, OPERATOR } from './local-environment'
import { DEPLOY, REPOSITORY } from './project-folders'
import type { RunningPortals } from './start-portals'

/** Whose phone a link opens in a browser of this machine. */
const DEMO_CITIZEN = 'li-wanqing'

/**
 * Starts the cloud of this project on this machine: its built functions with their secrets, both apps, the demo page.
 *
 * @param options.port 0 takes any free one
 * @throws Error with one sentence, see {@link startLocalCloud}
 */
export async function startProjectCloud(options: {
  readonly port: number
  readonly dataDir: string
  /** As in localcloud's options. */
  readonly timeLimitFactor?: number
  /** The specimen websites that the demo page shows, once they run. */
  readonly portals?: () => RunningPortals['portals']
}): Promise<LocalCloud> {
  let url = ''
  const call: DevelopmentCall = (...request) => createDevelopmentCall(url)(...request)
  const upload: DevelopmentUpload = (...request) => createDevelopmentUpload(url)(...request)
  const authority = await startAuthority(options.dataDir, await localReporter(options.dataDir))
  const apps = { citizen: CITIZEN_APP_ID, companion: COMPANION_APP_ID }
  const cloud = await startLocalCloud({
    ...options,
    functionsDir: FUNCTIONS_OUTPUT,
    deployDir: DEPLOY,
    functionsEnvironment: await localEnvironment(options.dataDir, Date.now(), `${authority.url}/reports`),
    mounts: {
      '/': (_request, response) => void response.writeHead(302, { location: '/demo/' }).end(),
      '/citizen/': path.join(REPOSITORY, 'miniprogram/citizen/dist/h5'),
      '/verifier/': path.join(REPOSITORY, 'miniprogram/verifier/dist/h5'),
      // A website links here from another origin.
      '/vp/': navigable(openWallet),
      '/demo/portals/': (_request, response) => {
        const body = JSON.stringify(options.portals?.() ?? [])
        response.writeHead(200, { 'content-type': 'application/json', 'cache-control': 'no-store' }).end(body)
      },
      '/demo/api/': createDemoApi({ call, upload }, OPERATOR, apps),
      '/demo/': DEMO_OUTPUT,
      // Its port is another at each start.
      '/authority/': (_request, response) =>
        void response.writeHead(302, { location: `${authority.url}/` }).end(),
    },
  }).catch(async (error: unknown) => {
    await authority.close()
    throw error
  })
  url = cloud.url
  // What fell due while this machine was off: above all the log and the status lists are published.
  for (const { functionName, name } of cloud.timers.list()) await cloud.timers.fire(functionName, name)
  return {
    ...cloud,
    async close() {
      await cloud.close()
      await authority.close()
    },
  }
}

/**
 * Where a website's link leads on the phone itself. In the chat app its scanner opens the mini-program in place of this address; in
 * a browser on this machine the citizen's app is a page.
 */
function openWallet({ url = '', headers }: IncomingMessage, response: ServerResponse): void {
  const link = `http://${headers.host}${url}`
  const location = `/citizen/?profile=${DEMO_CITIZEN}#/online/answer/index?q=${encodeURIComponent(link)}`
  response.writeHead(302, { location, 'cache-control': 'no-store' }).end()
}

/** Fills a running cloud with the specimen citizens and the staffed desks; again changes nothing. */
export async function seedProjectCloud(url: string): Promise<void> {
  await seedDemo(createDevelopmentCall(url), { operator: OPERATOR, companion: COMPANION_APP_ID }, Date.now())
}
