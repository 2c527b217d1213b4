import path from 'node:path'
import { parseArgs } from 'node:util'
import { readDeployment } from '@nansha/localcloud/deployment'
import { startLocalCloud } from '@nansha/localcloud/start-local-cloud'
import { FUNCTIONS_OUTPUT } from './build-functions'
import { localEnvironment } from './local-environment'
import { watchFunctions } from './watch-functions'

const repository = path.resolve(import.meta.dirname, '..')
const deployDir = path.join(repository, 'cloudfunctions/deploy')

/** `npm run dev`: the local cloud with functions that are rebuilt and reloaded as their sources change. */
async function dev(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '5170' },
      data: { type: 'string', default: path.join(repository, '.data') },
    },
  })
  const stopWatching = await watchFunctions((name, milliseconds, failure) => {
    console.log(
      failure ? `${name} does not build: ${failure}` : `${name} rebuilt in ${Math.round(milliseconds)} ms`,
    )
  })
  const cloud = await startLocalCloud({
    port: Number(values.port),
    dataDir: values.data,
    functionsDir: FUNCTIONS_OUTPUT,
    deployDir,
    functionsEnvironment: await localEnvironment(values.data, Date.now()),
    mounts: {
      '/citizen/': path.join(repository, 'miniprogram/citizen/dist/h5'),
      '/verifier/': path.join(repository, 'miniprogram/verifier/dist/h5'),
    },
  })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => Promise.all([stopWatching(), cloud.close()]).then(() => process.exit(0)))
  }
  summarise(cloud.url, values.data)
}

function summarise(url: string, dataDir: string): void {
  const { functions, collections } = readDeployment(deployDir)
  const internal = functions.map(({ name, timeout, memorySize }) => `${name} ${timeout} s ${memorySize} MB`)
  console.log(`localcloud ready ${url}/admin
  inspector    ${url}/inspector/
  functions    ${internal.join(', ')}
  collections  ${collections.length}, ${collections.flatMap(({ indexes }) => indexes).length} indexes
  data         ${dataDir}   (npm run reset empties it, npm run seed fills it)
Change a file under cloudfunctions/ or shared/: the functions that use it are rebuilt. Ctrl-C stops; nothing is lost.`)
}

dev().catch((error: Error) => {
  console.error(error.message)
  process.exit(1)
})
