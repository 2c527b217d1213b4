import open from 'open'
import { buildAll } from './build'
import { DATA } from './project-folders'
import { readStartOptions } from './read-start-options'
import { LOCAL_BUILD } from './spawn-taro'
import { type RunningPortals, startPortals } from './start-portals'
import { seedProjectCloud, startProjectCloud } from './start-project-cloud'

/** The README's start command: builds, starts the cloud on this machine, fills it, opens the demo. */
async function start(): Promise<void> {
  const options = await readStartOptions(process.argv.slice(2), { dataDir: DATA })
  step('Building the functions, two apps and the demo page; the first time takes two to three minutes')
  await buildAll(LOCAL_BUILD, ['functions', 'h5', 'demo'])

  step('Starting the cloud on this machine')
  let portals: RunningPortals | undefined
  const cloud = await startProjectCloud({ ...options, portals: () => portals?.portals ?? [] })
  closeOnSignal(async () => {
    await portals?.close()
    await cloud.close()
  })

  step('Registering the specimen citizens and the desks')
  await seedProjectCloud(cloud.url)

  step('Starting the two specimen websites')
  portals = await startPortals(cloud.url, options.dataDir, options.port)

  const demo = `${cloud.url}/demo/`
  console.log(`\nThe demo is at ${demo}\n  citizen  ${cloud.url}/citizen/?profile=li-wanqing`)
  console.log(`  desk     ${cloud.url}/verifier/?profile=desk1`)
  for (const { id, url } of portals.portals) console.log(`  ${id}     ${url}`)
  console.log(`Press Ctrl-C to stop; nothing is lost.`)
  if (options.openBrowser && process.stdout.isTTY) await open(demo)
}

const started = Date.now()

function step(sentence: string): void {
  console.log(`[${Math.round((Date.now() - started) / 1000)} s] ${sentence}`)
}

function closeOnSignal(close: () => Promise<void>): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => close().then(() => process.exit(0)))
  }
}

start().catch((error: Error) => {
  console.error(`\n${error.message}`)
  process.exit(1)
})
