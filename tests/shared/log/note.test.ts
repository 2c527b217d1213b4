import { noteSigner, signNote } from '@nansha/shared/log/sign-note'
import { formatVerifierKey, keyId, parseVerifierKey, type VerifierKey } from '@nansha/shared/log/verifier-key'
import { verifyNote } from '@nansha/shared/log/verify-note'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { NOW } from '#support/clock'

const key = (text: string): VerifierKey => {
  const parsed = parseVerifierKey(text)
  if (!parsed) throw new Error(`no key: ${text}`)
  return parsed
}
const log = noteSigner('log.example/issuer', 'note', new Uint8Array(32).fill(1))
const clock = noteSigner('log.example/issuer', 'cosignature', new Uint8Array(32).fill(2))
const stranger = noteSigner('witness.example', 'cosignature', new Uint8Array(32).fill(3))

describe('a signed note', () => {
  it('of the specification is opened with the key of the specification (C2SP signed-note)', () => {
    const note =
      'This is an example message.\n\n— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n'
    const keys = [key('example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k')]
    expect(verifyNote(note, keys)?.text).toBe('This is an example message.\n')
    expect(verifyNote(note.replace('example message', 'other message'), keys)).toBeUndefined()
  })

  it('of the Go implementation is opened, an empty line in its text and all (golang.org/x/mod/sumdb/note)', () => {
    const note =
      "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n\n— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n"
    expect(
      verifyNote(note, [key('PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW')]),
    ).toBeDefined()
  })

  it('is opened by those who signed it, and tells when a cosignature was made', () => {
    const note = signNote('line\n\nand another\n', [log, clock, stranger], NOW)
    expect(verifyNote(note, [log.key, clock.key])).toEqual({
      text: 'line\n\nand another\n',
      signatures: [{ key: log.key }, { key: clock.key, at: NOW }],
    })
    expect(verifyNote(note, [stranger.key])?.signatures).toEqual([{ key: stranger.key, at: NOW }])
  })

  it('of unknown keys only is refused, and one wrong signature of a known key spoils it', () => {
    const text = 'a\n'
    expect(verifyNote(signNote(text, [stranger], 1), [log.key])).toBeUndefined()
    const forged = signNote(text, [log, { ...clock, seed: stranger.seed }], 1)
    expect(verifyNote(forged, [log.key])).toBeDefined()
    expect(verifyNote(forged, [log.key, clock.key])).toBeUndefined()
  })

  it('does not take a cosignature for a signature of the text, nor one time for another', () => {
    const [, , line = ''] = signNote('a\n', [clock], 7).split('\n')
    const other = { ...clock.key, type: 'note' } as const
    expect(verifyNote(`a\n\n${line}\n`, [other])).toBeUndefined()
    const bytes = Buffer.from(line.split(' ')[2] as string, 'base64')
    bytes[11] = 8
    expect(verifyNote(`a\n\n— ${clock.key.name} ${bytes.toString('base64')}\n`, [clock.key])).toBeUndefined()
  })

  it('that is malformed is refused', () => {
    const note = signNote('a\n', [log], 1)
    const line = note.slice(3)
    const broken = [
      '',
      'a',
      'a\n',
      '\n\n',
      'a\n\n',
      note.slice(0, -1),
      note.replace('\n\n', '\n'),
      `${note}\n`,
      `${note}more\n`,
      note.replace('—', '-'),
      note.replace('— ', '—'),
      note.replace('=\n', '\n'),
      note.replace('=\n', '==\n'),
      note.replace('\n— ', '\n—  '),
      `a\u0000\n\n${line}`,
      `a\r\n\n${line}`,
      `a\t\n\n${line}`,
      `a\ud800\n\n${line}`,
      `a\n\n${line.repeat(65)}`,
      `a\n\n— ${log.key.name} AAAAAA==\n`,
      `a\n\n— a+b AAAAAAAA\n${line}`,
    ]
    for (const text of broken) expect(verifyNote(text, [log.key]), JSON.stringify(text)).toBeUndefined()
    expect(verifyNote(`a\n\n${line.repeat(16)}`, [log.key])?.signatures).toHaveLength(16)
  })

  it('of any text opens again, and no changed character of the text goes unnoticed', () => {
    const texts = fc.string({ unit: 'grapheme' }).map((text) => `${text.replace(/[\p{Cc}\p{Cs}]/gu, '')}\n`)
    fc.assert(
      fc.property(texts, fc.nat(), (text, at) => {
        const note = signNote(text, [log], 1)
        expect(verifyNote(note, [log.key])?.text).toBe(text)
        const place = at % text.length
        const changed = `${note.slice(0, place)}!${note.slice(place + 1)}`
        if (changed !== note) expect(verifyNote(changed, [log.key])).toBeUndefined()
      }),
    )
  })
})

describe('a verifier key', () => {
  it('is read back from its line of text', () => {
    for (const { key: one } of [log, clock]) expect(parseVerifierKey(formatVerifierKey(one))).toEqual(one)
    expect(keyId(log.key)).not.toEqual(keyId({ ...log.key, type: 'cosignature' }))
  })

  it('is refused with a name, id, type or length that does not fit', () => {
    const text = formatVerifierKey(log.key)
    const [name, id, material = ''] = text.split('+') as [string, string, string]
    const wrong = [
      '',
      '+',
      `${name}+${id}`,
      `+${id}+${material}`,
      `${name}+00000000+${material}`,
      `${name}+${id.toUpperCase()}+${material}`,
      text.replace('/', ' '),
      `${text}+`,
      text.slice(0, -1),
      `${name}+${id}+AA==`,
      text.replace('=', ''),
      `${name}+${id}+${material}\n`,
      `${name}+${id}+B${material.slice(1)}`,
    ].filter((changed) => changed !== text)
    for (const changed of wrong) expect(parseVerifierKey(changed), changed).toBeUndefined()
  })
})
