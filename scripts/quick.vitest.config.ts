import { defineConfig } from 'vitest/config'
import { REPOSITORY } from './project-folders'
import { QUICK_TESTS, SLOWER_TESTS } from './quick-tests'

/** A configuration of its own, because vitest's `--exclude` has no effect on the projects of vitest.config.ts. */
export default defineConfig({
  test: {
    root: REPOSITORY,
    include: [...QUICK_TESTS.include],
    exclude: [...QUICK_TESTS.exclude, ...SLOWER_TESTS],
    testTimeout: 180_000,
    hookTimeout: 180_000,
    setupFiles: ['tests/support/real-time.ts'],
    maxWorkers: 2,
    // Modules are loaded once a worker and not once a file: half of the time.
    isolate: false,
  },
})
