import path from 'node:path'
import { parseArgs } from 'node:util'
import { createDevelopmentCall } from '@nansha/localcloud/demo/development-client'
import { seedDemo } from '@nansha/localcloud/demo/seed'
import { startLocalCloud } from '@nansha/localcloud/start-local-cloud'
import { buildFunctions, FUNCTIONS_OUTPUT } from './build-functions'
import { DESK, localEnvironment, OPERATOR } from './local-environment'

const repository = path.resolve(import.meta.dirname, '..')

/** `npm run seed`: the demo's citizens, hotel and clerk into a running localcloud (--url), or into a data folder. */
async function seed(): Promise<void> {
  const { values } = parseArgs({
    options: {
      url: { type: 'string' },
      data: { type: 'string', default: path.join(repository, '.data') },
    },
  })
  if (values.url !== undefined) return fill(values.url)
  await buildFunctions()
  const cloud = await startLocalCloud({
    port: 0,
    dataDir: values.data,
    functionsDir: FUNCTIONS_OUTPUT,
    deployDir: path.join(repository, 'cloudfunctions/deploy'),
    functionsEnvironment: await localEnvironment(values.data, Date.now()),
  })
  await fill(cloud.url).finally(() => cloud.close())
}

async function fill(url: string): Promise<void> {
  await seedDemo(createDevelopmentCall(url), { operator: OPERATOR, desk: DESK }, Date.now())
  console.log('The specimen citizens, the hotel and its clerk are there.')
}

seed().catch((error: Error) => {
  console.error(error.message)
  process.exit(1)
})
