import { checkpointText, verifyCheckpoint } from '@nansha/shared/log/checkpoint'
import { EMPTY_ROOT, hashLeaf } from '@nansha/shared/log/hashes'
import { noteSigner, signNote } from '@nansha/shared/log/sign-note'
import { describe, expect, it } from 'vitest'
import { NOW } from '#support/clock'

const ORIGIN = 'issuer.example/log'
const signer = noteSigner(ORIGIN, 'note', new Uint8Array(32).fill(1))
const clock = noteSigner(ORIGIN, 'cosignature', new Uint8Array(32).fill(2))
const log = { origin: ORIGIN, keys: [signer.key, clock.key] }
const head = { size: 20_852_163, root: hashLeaf(new Uint8Array(0)) }
const sign = (text: string, signers = [signer, clock]) => signNote(text, signers, NOW)

describe('a checkpoint', () => {
  it('is opened with the size, the root and the time that were signed', () => {
    expect(checkpointText(ORIGIN, head)).toBe(
      'issuer.example/log\n20852163\nbjQLnP+zepicpUTmu3gKLHiQHT+zNzh2hRGjBhevoB0=\n',
    )
    expect(verifyCheckpoint(sign(checkpointText(ORIGIN, head)), log)).toEqual({
      origin: ORIGIN,
      ...head,
      at: NOW,
    })
    expect(
      verifyCheckpoint(sign(checkpointText(ORIGIN, { size: 0, root: EMPTY_ROOT }), [signer]), log),
    ).toMatchObject({ size: 0, at: undefined })
  })

  it('may have extension lines, none of them empty', () => {
    expect(verifyCheckpoint(sign(`${checkpointText(ORIGIN, head)}more\n`), log)).toMatchObject({
      size: head.size,
    })
    expect(verifyCheckpoint(sign(`${checkpointText(ORIGIN, head)}\nmore\n`), log)).toBeUndefined()
  })

  it('of another log is refused, whoever signed it', () => {
    const text = checkpointText('other.example/log', head)
    expect(verifyCheckpoint(sign(text), log)).toBeUndefined()
    const other = noteSigner('other.example/log', 'note', new Uint8Array(32).fill(1))
    expect(
      verifyCheckpoint(sign(checkpointText(ORIGIN, head), [other]), { ...log, keys: [other.key] }),
    ).toBeUndefined()
  })

  it('that only the clock signed is refused', () => {
    expect(verifyCheckpoint(sign(checkpointText(ORIGIN, head), [clock]), log)).toBeUndefined()
  })

  it('with a size or root that is not spelled as it must be is refused', () => {
    const [, size, root] = checkpointText(ORIGIN, head).split('\n')
    for (const text of [
      `${ORIGIN}\n0${size}\n${root}\n`,
      `${ORIGIN}\n+1\n${root}\n`,
      `${ORIGIN}\n-1\n${root}\n`,
      `${ORIGIN}\n1e3\n${root}\n`,
      `${ORIGIN}\n\n${root}\n`,
      `${ORIGIN}\n9007199254740993\n${root}\n`,
      `${ORIGIN}\n${size}\n${root?.slice(0, -1)}\n`,
      `${ORIGIN}\n${size}\nAAAA\n`,
      `${ORIGIN}\n${size}\n`,
      `${ORIGIN}\n`,
      '\n',
    ])
      expect(verifyCheckpoint(sign(text), log), JSON.stringify(text)).toBeUndefined()
  })
})
