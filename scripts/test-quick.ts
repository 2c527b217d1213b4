import path from 'node:path'
import { runVitest } from './spawn-vitest'

/** `npm run test:quick`: what can be tested in about a minute, without building anything. Arguments go to vitest. */
const config = path.join(import.meta.dirname, 'quick.vitest.config.ts')
runVitest(['run', '--config', config, ...process.argv.slice(2)])
