import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    // Only a test that hangs meets these: a busy machine takes ten times as long as a quiet one.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    maxWorkers: 2,
    globalSetup: ['tests/support/unpack-browser.ts'],
    projects: [
      {
        extends: true,
        test: { name: 'parts', include: ['tests/**/*.test.ts'], exclude: ['tests/e2e/**'] },
      },
      {
        // Two browsers and a cloud want the machine for themselves: after everything else, one file at a time.
        extends: true,
        test: {
          name: 'whole',
          // Two browsers, nets and a cloud on two cores that others may use as well.
          testTimeout: 600_000,
          hookTimeout: 600_000,
          include: ['tests/e2e/**/*.test.ts'],
          fileParallelism: false,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
})
