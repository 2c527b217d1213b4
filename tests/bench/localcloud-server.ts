import { startFixtureCloud } from '../support/local-cloud'

/** A localcloud with the tests' functions over a given folder, in a process of its own. */
const cloud = await startFixtureCloud({ dataDir: String(process.argv[2]) })
console.log(cloud.url)
process.once('SIGTERM', () => cloud.close().then(() => process.exit(0)))
