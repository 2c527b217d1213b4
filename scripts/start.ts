import { parseArgs } from 'node:util'
import open from 'open'
import { buildAll } from './build'
import { LOCAL_BUILD } from './build-apps'
import { DATA, seedProjectCloud, startProjectCloud } from './start-project-cloud'

/** The README's start command: builds, starts the cloud on this machine, fills it, opens the demo. */
async function start(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '5170' },
      data: { type: 'string', default: DATA },
      'no-open': { type: 'boolean', default: false },
    },
  })
  step('Building the functions, the two apps and the demo page (the first time takes about two minutes)')
  await buildAll(LOCAL_BUILD, ['functions', 'h5', 'demo'])

  step('Starting the cloud on this machine')
  const cloud = await startProjectCloud({ port: Number(values.port), dataDir: values.data })
  closeOnSignal(cloud.close)

  step('Registering the specimen citizens and the desks')
  await seedProjectCloud(cloud.url)

  const demo = `${cloud.url}/demo/`
  console.log(`\nThe demo is at ${demo}\n  citizen  ${cloud.url}/citizen/?profile=li-wanqing`)
  console.log(`  desk     ${cloud.url}/verifier/?profile=desk1\nPress Ctrl-C to stop; nothing is lost.`)
  if (!values['no-open'] && process.stdout.isTTY) await open(demo)
}

function step(sentence: string): void {
  console.log(`• ${sentence}`)
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
