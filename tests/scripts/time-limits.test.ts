import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { REPOSITORY } from '#scripts/project-folders'

const TESTS = path.join(REPOSITORY, 'tests')

/** A number of milliseconds as the last argument of a test or of what goes before it. */
const OWN_LIMIT = /^\s*(?:\}, )?[1-9]\d*_000,?\n?\s*\)$/m

// A busy machine takes ten times as long as a quiet one; vitest.config.ts ends only what hangs.
test('no test has a time limit of its own, which a busy machine would break', () => {
  const files = readdirSync(TESTS, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  )
  expect(files.length).toBeGreaterThan(500)
  const limited = files.filter((file) => readFileSync(path.join(TESTS, file), 'utf8').search(OWN_LIMIT) >= 0)
  expect(limited).toEqual([])
})
