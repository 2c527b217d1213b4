import { QUICK_TESTS } from './quick-tests'
import { runVitest } from './spawn-vitest'

/** `npm run test:quick`: what can be tested in under a minute, without building anything. Arguments go to vitest. */
const folders = ['tests/shared', 'tests/vectors', 'tests/attacks', 'tests/core', 'tests/miniprogram']
const excluded = QUICK_TESTS.exclude.flatMap((pattern) => ['--exclude', pattern])
runVitest(['run', '--project', 'parts', ...folders, ...excluded, ...process.argv.slice(2)])
