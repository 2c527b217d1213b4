import path from 'node:path'
import { buildAll } from './build'
import { LOCAL_BUILD } from './spawn-taro'
import { runVitest } from './spawn-vitest'

/** `npm run test:slow`: builds what the tests load, then runs the files named `*.slow.ts`. Arguments go to vitest. */
const config = path.join(import.meta.dirname, 'slow.vitest.config.ts')
await buildAll(LOCAL_BUILD)
runVitest(['run', '--config', config, ...process.argv.slice(2)])
