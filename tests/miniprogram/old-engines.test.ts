import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { buildApps } from '#scripts/build-apps'
import { APPS, type App, LOCAL_BUILD } from '#scripts/spawn-taro'
import { YOUNGER_BUILTINS } from './support/younger-builtins'

/** Made up for by kit/polyfill/missing-builtins.ts. */
const FILLED_IN = ['hasOwn', 'at', 'flatMap', 'fromEntries']

const methods = Object.values(YOUNGER_BUILTINS)
  .flat()
  .filter((name) => /^[a-z]/.test(name) && name !== 'globalThis' && !FILLED_IN.includes(name))

function scripts(app: App): string[] {
  const folder = path.resolve(import.meta.dirname, '../../miniprogram', app, 'dist/weapp')
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.js'))
    .map((name) => readFileSync(path.join(folder, name), 'utf8'))
}

// Running a page proves only the lines that ran; this looks at all of them.
describe.each(APPS)('the weapp bundle of the %s app', (app) => {
  beforeAll(() => buildApps({ apps: [app], platforms: ['weapp'], settings: LOCAL_BUILD }))

  test('calls nothing that iOS 14.5 or chrome 67 lack', () => {
    const calls = new RegExp(`\\.(?:${methods.join('|')})\\(`, 'g')
    expect(scripts(app).flatMap((code) => code.match(calls) ?? [])).toEqual([])
  })

  // Not looked for: `crypto`, which @noble names in a function that we never call.
  test('makes nothing that only browsers and Node have', () => {
    // fflate asks first whether there is one.
    const names =
      /(?<!typeof TextDecoder&&)\bnew (TextEncoder|TextDecoder|URL|URLSearchParams|AbortController|Blob)\b(?!\.)/g
    const made = (code: string) =>
      [...code.matchAll(names)]
        .map(([, name = '']) => name)
        // Taro has some of its own, which it declares beside.
        .filter((name) => !new RegExp(`\\b(?:let|var|class) ${name}\\b`).test(code))
    expect(scripts(app).flatMap(made)).toEqual([])
  })

  test('has no regular expression that looks behind, a syntax error before iOS 16.4', () => {
    expect(scripts(app).flatMap((code) => code.match(/\(\?<[=!].{0,20}/g) ?? [])).toEqual([])
  })
})
