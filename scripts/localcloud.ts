import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { dataFolderError } from '@nansha/localcloud/database/disk-errors'
import { startLocalCloud } from '@nansha/localcloud/start-local-cloud'
import { localEnvironment } from './local-environment'
import { DATA, DEPLOY, REPOSITORY } from './project-folders'
import { parsePort } from './read-start-options'

/** `npm run localcloud -- --port P --data DIR`: the cloud alone, without any app; one line when it answers. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '5170' },
      data: { type: 'string', default: DATA },
      functions: { type: 'string', default: resolve(REPOSITORY, 'dist/cloudfunctions') },
    },
  })
  const dataDir = resolve(values.data)
  const cloud = await startLocalCloud({
    port: parsePort(values.port),
    dataDir,
    functionsDir: resolve(values.functions),
    deployDir: DEPLOY,
    functionsEnvironment: await environmentIn(dataDir),
  })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => cloud.close().then(() => process.exit(0)))
  }
  console.log(`localcloud ready ${cloud.url}/admin`)
}

/** Keys for the functions; a folder that cannot be written is named as such. */
async function environmentIn(dataDir: string) {
  try {
    return await localEnvironment(dataDir, Date.now())
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code ? dataFolderError(dataDir, error) : error
  }
}

main().catch((error: Error) => {
  console.error(error.message)
  process.exit(1)
})
