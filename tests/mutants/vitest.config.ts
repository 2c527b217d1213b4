import path from 'node:path'
import { defineConfig, mergeConfig } from 'vitest/config'
import { QUICK_TESTS } from '#scripts/quick-tests'
import { instrument } from './instrument'

const repository = path.resolve(import.meta.dirname, '../..')
const file = process.env.MUTANT_FILE ?? ''

/** The quick tests with one source file replaced by its instrumented text; __STRYKER_ACTIVE_MUTANT__ switches one on. */
export default mergeConfig(
  defineConfig({
    root: repository,
    plugins: [
      {
        name: 'instrumented-file',
        enforce: 'pre',
        async load(id) {
          if (path.relative(repository, id.split('?')[0] ?? '') !== file) return null
          return (await instrument(file)).content
        },
      },
    ],
  }),
  defineConfig({
    test: {
      include: [...QUICK_TESTS.include],
      exclude: [...QUICK_TESTS.exclude],
      testTimeout: 20_000,
      maxWorkers: 1,
      bail: 1,
    },
  }),
)
