import { buildAll } from './build'
import { LOCAL_BUILD } from './spawn-taro'
import { runVitest } from './spawn-vitest'

/** The README's test command: builds what the tests load, then runs them all. Arguments go to vitest. */
await buildAll(LOCAL_BUILD)
runVitest(['run', ...process.argv.slice(2)])
