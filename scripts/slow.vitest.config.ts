import { defineConfig } from 'vitest/config'
import { REPOSITORY } from './project-folders'

/** Tests that would take `npm test` over its time: long walks in a browser, attacks tried a thousand times. */
export default defineConfig({
  test: {
    root: REPOSITORY,
    include: ['tests/**/*.slow.ts'],
    testTimeout: 1_800_000,
    hookTimeout: 600_000,
    expect: { poll: { timeout: 60_000 } },
    globalSetup: ['tests/support/unpack-browser.ts'],
    fileParallelism: false,
  },
})
