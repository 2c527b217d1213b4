import { createRequire } from 'node:module'
import { expect, it } from 'vitest'
import { LOCAL_ROOTS } from '#scripts/local-roots'
import { holderKey } from '../support/keys'

type Environment = Readonly<Record<string, string | undefined>>
const { readBuildSettings } = createRequire(import.meta.url)(
  '../../miniprogram/kit/build/build-settings.cjs',
) as { readBuildSettings(app: string, platform: string, environment: Environment): Environment }

const first = holderKey(1).publicJwk
const second = holderKey(2).publicJwk
const pair = (...roots: readonly object[]) => JSON.stringify(roots)
const GOOD = {
  NANSHA_STAGE: 'production',
  NANSHA_CLOUD_ENV: 'nansha-1a2b',
  NANSHA_CLOUD_OWNER: 'wx0123456789abcdef',
  NANSHA_ROOTS: pair(first, second),
}

it.each<[string, Environment, string]>([
  ['nothing at all', {}, 'NANSHA_STAGE'],
  ['an empty stage', { ...GOOD, NANSHA_STAGE: '' }, 'NANSHA_STAGE'],
  ['a stage that there is not', { ...GOOD, NANSHA_STAGE: 'test' }, 'NANSHA_STAGE'],
  ['no environment', { ...GOOD, NANSHA_CLOUD_ENV: undefined }, 'NANSHA_CLOUD_ENV'],
  ['an empty environment', { ...GOOD, NANSHA_CLOUD_ENV: '' }, 'NANSHA_CLOUD_ENV'],
  ['no owner of the environment', { ...GOOD, NANSHA_CLOUD_OWNER: '' }, 'NANSHA_CLOUD_OWNER'],
  ['no roots', { ...GOOD, NANSHA_ROOTS: '' }, 'NANSHA_ROOTS'],
  ['roots that are no JSON', { ...GOOD, NANSHA_ROOTS: '[' }, 'NANSHA_ROOTS'],
  ['one root', { ...GOOD, NANSHA_ROOTS: pair(first) }, 'NANSHA_ROOTS'],
  ['the same root twice', { ...GOOD, NANSHA_ROOTS: pair(first, first) }, 'NANSHA_ROOTS'],
  ['a private key', { ...GOOD, NANSHA_ROOTS: pair({ ...first, d: first.x }, second) }, 'NANSHA_ROOTS'],
  [
    'a key of another kind',
    { ...GOOD, NANSHA_ROOTS: pair({ ...first, crv: 'P-384' }, second) },
    'NANSHA_ROOTS',
  ],
  [
    'a root with which every developer can sign',
    { ...GOOD, NANSHA_ROOTS: pair(first, LOCAL_ROOTS[1].publicJwk) },
    'local stage',
  ],
  [
    'the address of a local cloud',
    { ...GOOD, NANSHA_LOCALCLOUD: 'http://127.0.0.1:5170' },
    'NANSHA_LOCALCLOUD',
  ],
])('a build with %s stops', (_, environment, words) => {
  expect(() => readBuildSettings('verifier', 'weapp', environment)).toThrow(words)
})

it('a build that says local opens no environment and takes no other roots', () => {
  for (const more of [{ NANSHA_CLOUD_ENV: 'nansha-1a2b' }, { NANSHA_ROOTS: pair(first, second) }]) {
    const environment = { NANSHA_STAGE: 'local', ...more }
    expect(() => readBuildSettings('citizen', 'weapp', environment)).toThrow('NANSHA_STAGE=production')
  }
})

it('a build for the browser, which keeps keys in the clear, is local or none', () => {
  expect(() => readBuildSettings('citizen', 'h5', GOOD)).toThrow('browser')
})
