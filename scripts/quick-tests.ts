/** The tests that need no built function or app, no browser, no net and no running cloud, as vitest patterns. */
export const QUICK_TESTS = {
  include: ['tests/{shared,vectors,attacks,core,miniprogram,scripts,deploy}/**/*.test.ts'],
  exclude: [
    'tests/core/{document,face,onnx,platform}/**/*.test.ts',
    'tests/attacks/*-over-the-sdk.test.ts',
    'tests/attacks/{call-that-ends-the-cloud,foreign-page,poisoned-answer-cache,stack-in-answer}.test.ts',
    'tests/attacks/{blend-as-*,frames-encoded-anew,half-the-frames-of-another}.test.ts',
    'tests/attacks/{moved-still-photo,two-people-in-turn,universal-film}.test.ts',
    'tests/miniprogram/kit/scanner/decode-qr.test.ts',
    'tests/miniprogram/**/{old-engines,weapp*,h5*}.test.ts',
    'tests/scripts/{build-functions,package-functions}.test.ts',
    'tests/deploy/secrets.test.ts',
  ],
} as const

/** The tests that look at pictures in their own process, as vitest patterns: models are loaded and actors drawn once a worker. */
export const PICTURE_TESTS = [
  'tests/{core/{document,face,onnx},demo}/**/*.test.ts',
  'tests/attacks/{blend-as-*,frames-encoded-anew,half-the-frames-of-another}.test.ts',
  'tests/attacks/{moved-still-photo,two-people-in-turn,universal-film}.test.ts',
]

/** Of the quick tests, the ones that take more than the minute of `npm run test:quick`: whole enrolments, attacks on them, and fifty invitations made at once. */
export const SLOWER_TESTS = [
  'tests/attacks/**',
  'tests/core/{enrol,limits,log,sweep,unlock}/**',
  'tests/core/organisation/open-invitations.test.ts',
  'tests/core/wallet/{wallet,delete-identity}.test.ts',
  'tests/miniprogram/citizen/log/**',
  'tests/miniprogram/citizen/wallet/unreadable-storage.test.ts',
  'tests/scripts/check-house.test.ts',
]
