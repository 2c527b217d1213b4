import path from 'node:path'
import { parseArgs } from 'node:util'
import { createDemoApi } from '@nansha/localcloud/demo/demo-api'
import { createDevelopmentCall } from '@nansha/localcloud/demo/development-client'
import { seedDemo } from '@nansha/localcloud/demo/seed'
import { startLocalCloud } from '@nansha/localcloud/start-local-cloud'
import open from 'open'
import { buildAll } from './build'
import { DEMO_OUTPUT } from './build-demo'
import { DESK, localEnvironment, OPERATOR } from './local-environment'

const repository = path.resolve(import.meta.dirname, '..')

/** The README's start command: builds, starts the cloud on this machine, fills it, opens the demo. */
async function start(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '5170' },
      data: { type: 'string', default: path.join(repository, '.data') },
      'no-open': { type: 'boolean', default: false },
    },
  })
  step('Building the functions, the two apps and the demo page (the first time takes about two minutes)')
  await buildAll(['functions', 'h5', 'demo'])

  step('Starting the cloud on this machine')
  const port = Number(values.port)
  const call = createDevelopmentCall(`http://127.0.0.1:${port}`)
  const cloud = await startLocalCloud({
    port,
    dataDir: values.data,
    functionsDir: path.join(repository, 'dist/cloudfunctions'),
    deployDir: path.join(repository, 'cloudfunctions/deploy'),
    functionsEnvironment: await localEnvironment(values.data, Date.now()),
    mounts: {
      '/citizen/': path.join(repository, 'miniprogram/citizen/dist/h5'),
      '/verifier/': path.join(repository, 'miniprogram/verifier/dist/h5'),
      '/demo/api/': createDemoApi(call, OPERATOR),
      '/demo/': DEMO_OUTPUT,
    },
  })
  closeOnSignal(cloud.close)

  step('Registering the specimen citizens and the hotel')
  await seedDemo(call, { operator: OPERATOR, desk: DESK }, Date.now())

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
