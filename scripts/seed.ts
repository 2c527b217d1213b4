import { parseArgs } from 'node:util'
import { buildFunctions } from './build-functions'
import { DATA } from './project-folders'
import { seedProjectCloud, startProjectCloud } from './start-project-cloud'

/** `npm run seed`: the demo's citizens and desks into a running localcloud (--url), or into a data folder. */
async function seed(): Promise<void> {
  const { values } = parseArgs({
    options: { url: { type: 'string' }, data: { type: 'string', default: DATA } },
  })
  if (values.url !== undefined) return fill(values.url)
  await buildFunctions({ printSizes: false })
  const cloud = await startProjectCloud({ port: 0, dataDir: values.data })
  await fill(cloud.url).finally(() => cloud.close())
}

async function fill(url: string): Promise<void> {
  await seedProjectCloud(url)
  console.log('The specimen citizens and the desks are there.')
}

seed().catch((error: Error) => {
  console.error(error.message)
  process.exit(1)
})
