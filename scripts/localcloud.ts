import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { dataFolderError } from '@nansha/localcloud/database/disk-errors'
import { startLocalCloud } from '@nansha/localcloud/start-local-cloud'
import { localEnvironment } from './local-environment'
import { DATA, DEPLOY, REPOSITORY } from './project-folders'

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

function parsePort(text: string): number {
  const port = Number(text)
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new Error(`--port must be 0 to 65535, not ${text}.`)
  return port
}

main().catch((error: Error) => {
  console.error(error.message)
  process.exit(1)
})
