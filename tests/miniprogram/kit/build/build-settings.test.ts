import { createRequire } from 'node:module'
import { describe, expect, test } from 'vitest'
import { LOCAL_ROOTS } from '#scripts/local-roots'
import { holderKey } from '#support/keys'

type Environment = Readonly<Record<string, string>>
const { readBuildSettings: read } = createRequire(import.meta.url)(
  '../../../../miniprogram/kit/build/build-settings.cjs',
) as { readBuildSettings(app: string, platform: string, environment: Environment): Environment }

const [first, second] = [holderKey(1).publicJwk, holderKey(2).publicJwk]
const PRODUCTION = {
  NANSHA_STAGE: 'production',
  NANSHA_CLOUD_ENV: 'nansha-1a2b',
  NANSHA_CLOUD_OWNER: 'wx0123456789abcdef',
  NANSHA_ROOTS: JSON.stringify([first, second]),
}

describe('the settings of a local build', () => {
  test('name the cloud of this machine and the roots with which it signs', () => {
    for (const platform of ['weapp', 'h5']) {
      const settings = read('citizen', platform, { NANSHA_STAGE: 'local' })
      expect(settings).toMatchObject({
        NANSHA_APP: 'citizen',
        NANSHA_STAGE: 'local',
        NANSHA_LOCALCLOUD: 'http://127.0.0.1:5170',
        NANSHA_CLOUD_ENV: '',
      })
      expect(JSON.parse(settings.NANSHA_ROOTS ?? '')).toEqual(LOCAL_ROOTS.map(({ publicJwk }) => publicJwk))
    }
  })

  test('take another address', () => {
    const environment = { NANSHA_STAGE: 'local', NANSHA_LOCALCLOUD: 'http://127.0.0.1:6000' }
    expect(read('citizen', 'weapp', environment)).toMatchObject(environment)
  })
})

describe('the settings of a build for production', () => {
  test('are what was given; the owner of the environment goes to the companion alone', () => {
    expect(read('verifier', 'weapp', PRODUCTION)).toEqual({
      ...PRODUCTION,
      NANSHA_APP: 'verifier',
      NANSHA_LOCALCLOUD: '',
    })
    expect(read('citizen', 'weapp', PRODUCTION).NANSHA_CLOUD_OWNER).toBe('')
  })
})
