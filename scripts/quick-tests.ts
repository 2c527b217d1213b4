/** The tests that need no built function or app, no browser, no net and no running cloud, as vitest patterns. */
export const QUICK_TESTS = {
  include: ['tests/{shared,vectors,attacks,core,miniprogram,scripts,deploy}/**/*.test.ts'],
  exclude: [
    'tests/core/{document,face,onnx,platform}/**',
    'tests/attacks/*-over-the-sdk.test.ts',
    'tests/miniprogram/**/{old-engines,weapp*,h5*}.test.ts',
    'tests/scripts/package-functions.test.ts',
  ],
} as const
