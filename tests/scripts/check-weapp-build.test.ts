import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'

const script = path.resolve(import.meta.dirname, '../../scripts/check-weapp-build.mjs')

/** A clone of the repository with nothing in it but the script. */
let clone: string
beforeEach(() => {
  clone = mkdtempSync(path.join(tmpdir(), 'nansha-clone-'))
  mkdirSync(path.join(clone, 'scripts'))
  cpSync(script, path.join(clone, 'scripts/check-weapp-build.mjs'))
})
afterEach(() => rmSync(clone, { recursive: true }))

function check(...words: string[]) {
  const { status, stderr } = spawnSync(
    process.execPath,
    [path.join(clone, 'scripts/check-weapp-build.mjs'), ...words],
    {
      encoding: 'utf8',
    },
  )
  return { status, says: stderr }
}
function build(stage: string) {
  mkdirSync(path.join(clone, 'node_modules'), { recursive: true })
  mkdirSync(path.join(clone, 'miniprogram/citizen/dist'), { recursive: true })
  writeFileSync(path.join(clone, 'miniprogram/citizen/dist/weapp.stage'), stage)
}

test('a fresh clone opened in DevTools says what to run', () => {
  expect(check('citizen')).toEqual({
    status: 1,
    says: expect.stringContaining('npm install && npm run dev:weapp'),
  })
  mkdirSync(path.join(clone, 'node_modules'))
  expect(check('citizen')).toEqual({ status: 1, says: expect.stringContaining('run: npm run dev:weapp') })
})

test('DevTools shows a built app, and does not upload one built for this machine', () => {
  build('local')
  expect(check('citizen')).toEqual({ status: 0, says: '' })
  expect(check('citizen', '--upload')).toEqual({ status: 1, says: expect.stringContaining('for production') })
  build('production')
  expect(check('citizen', '--upload')).toEqual({ status: 0, says: '' })
  expect(check('verifier', '--upload').status).toBe(1)
})
