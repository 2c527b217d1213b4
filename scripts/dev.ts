import { readDeployment } from '@nansha/localcloud/deployment'
import { DATA, DEPLOY } from './project-folders'
import { readStartOptions } from './read-start-options'
import { startProjectCloud } from './start-project-cloud'
import { watchFunctions } from './watch-functions'

/** `npm run dev`: the local cloud with functions that are rebuilt and reloaded as their sources change. */
async function dev(): Promise<void> {
  const options = await readStartOptions(process.argv.slice(2), { dataDir: DATA })
  const stopWatching = await watchFunctions((name, milliseconds, failure) => {
    console.log(
      failure ? `${name} does not build: ${failure}` : `${name} rebuilt in ${Math.round(milliseconds)} ms`,
    )
  })
  const cloud = await startProjectCloud(options)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => Promise.all([stopWatching(), cloud.close()]).then(() => process.exit(0)))
  }
  summarise(cloud.url, options.dataDir)
}

function summarise(url: string, dataDir: string): void {
  const { functions, collections } = readDeployment(DEPLOY)
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
