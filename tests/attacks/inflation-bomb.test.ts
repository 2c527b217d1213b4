import { encodeBase45 } from '@nansha/shared/encoding/base45'
import { unpackPass } from '@nansha/shared/pass/pack-pass'
import { PASS_DICTIONARY } from '@nansha/shared/pass/pass-dictionary'
import { deflateSync } from 'fflate'
import { expect, it } from 'vitest'

it('a pass that inflates to hundreds of kilobytes is cut off and refused', () => {
  const bomb = deflateSync(new Uint8Array(300_000).fill(10), { level: 9, dictionary: PASS_DICTIONARY })
  expect(bomb.length).toBeLessThan(322)
  const text = `NP1:${encodeBase45(Buffer.concat([Buffer.alloc(128), bomb]))}`
  expect(unpackPass(text)).toBeUndefined()
})
