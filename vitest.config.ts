import { defineConfig } from 'vitest/config'
import { LongestFirst } from './scripts/longest-first'
import { PICTURE_TESTS, QUICK_TESTS } from './scripts/quick-tests'

export default defineConfig({
  test: {
    // Only a test that hangs meets these: a busy machine takes ten times as long as a quiet one.
    testTimeout: 600_000,
    hookTimeout: 600_000,
    expect: { poll: { timeout: 60_000 } },
    // One more than the smallest machine has cores: a test often waits for a browser, a camera or a timer of a phone.
    maxWorkers: 3,
    sequence: { sequencer: LongestFirst },
    globalSetup: ['tests/support/unpack-browser.ts'],
    setupFiles: ['tests/support/real-time.ts'],
    projects: [
      {
        extends: true,
        test: {
          name: 'quick',
          include: [...QUICK_TESTS.include],
          exclude: [...QUICK_TESTS.exclude],
          // Modules are loaded once a worker and not once a file: they are many, and the tests are short.
          isolate: false,
        },
      },
      {
        extends: true,
        test: { name: 'pictures', include: PICTURE_TESTS, isolate: false },
      },
      {
        // Everything else but the whole, folders that are yet to come included.
        extends: true,
        test: {
          name: 'parts',
          include: [
            'tests/!(shared|vectors|attacks|core|miniprogram|scripts|deploy|e2e)/**/*.test.ts',
            ...QUICK_TESTS.exclude,
          ],
          exclude: PICTURE_TESTS,
        },
      },
      {
        // Each is two browsers and a cloud, whose cameras must keep up: after everything else, one at a time. Two at a time took as long.
        extends: true,
        test: {
          name: 'whole',
          include: ['tests/e2e/**/*.test.ts'],
          fileParallelism: false,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
})
