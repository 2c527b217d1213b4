import { checkpointText } from '@nansha/shared/log/checkpoint'
import { encodeEntry, type LogEntry } from '@nansha/shared/log/entry'
import { hashLeaf } from '@nansha/shared/log/hashes'
import { formatProof, type LogProof, parseProof, verifyProof } from '@nansha/shared/log/proof'
import { noteSigner, signNote } from '@nansha/shared/log/sign-note'
import { credentialFingerprint, stapleProof, verifyStapledProof } from '@nansha/shared/log/stapled-proof'
import { proveInclusion } from '@nansha/shared/log/tree'
import { describe, expect, it } from 'vitest'
import { NOW } from '../../support/clock'
import { createTree, numberedLeaves } from '../../support/merkle-tree'

const ORIGIN = 'issuer.example/log'
const signer = noteSigner(ORIGIN, 'note', new Uint8Array(32).fill(1))
const log = { origin: ORIGIN, keys: [signer.key] }
const sign = (size: number, root: Uint8Array) => signNote(checkpointText(ORIGIN, { size, root }), [signer], 0)

const jws = 'header.payload.signature'
const entry: LogEntry = {
  event: 'issued',
  at: NOW,
  subject: new Uint8Array(32).fill(4),
  credential: credentialFingerprint(jws),
}
const leaves = numberedLeaves(300)
leaves[257] = encodeEntry(entry)
const tree = createTree(leaves)
const checkpoint = sign(300, tree.root(300))
const leafHash = (index: number) => hashLeaf(leaves[index] as Uint8Array)
const makeProof = async (index: number): Promise<LogProof> => ({
  index,
  hashes: await proveInclusion(tree.read, index, 300),
  checkpoint,
})

describe('a proof file', () => {
  it('holds what is needed to check an entry, and nothing else', async () => {
    const text = formatProof(await makeProof(257))
    expect(text.split('\n').slice(0, 2)).toEqual(['c2sp.org/tlog-proof@v1', 'index 257'])
    expect(text.endsWith(`\n\n${checkpoint}`)).toBe(true)
    const proof = parseProof(text)
    expect(proof && verifyProof(proof, leafHash(257), log)).toMatchObject({ size: 300, root: tree.root(300) })
  })

  it('of a log with one entry has no hashes', () => {
    const single = formatProof({ index: 0, hashes: [], checkpoint: sign(1, leafHash(0)) })
    const proof = parseProof(single)
    expect(proof && verifyProof(proof, leafHash(0), log)).toMatchObject({ size: 1 })
  })

  it('may carry data of the application', async () => {
    const proof = { ...(await makeProof(257)), extra: Uint8Array.of(1, 2, 3) }
    expect(formatProof(proof).split('\n')[1]).toBe('extra AQID')
    expect(parseProof(formatProof(proof))).toEqual(proof)
  })

  it('of another entry, place, tree or log shows nothing', async () => {
    const proof = await makeProof(257)
    expect(verifyProof(proof, leafHash(258), log)).toBeUndefined()
    expect(verifyProof({ ...proof, index: 256 }, leafHash(257), log)).toBeUndefined()
    expect(
      verifyProof({ ...proof, checkpoint: sign(300, tree.root(299)) }, leafHash(257), log),
    ).toBeUndefined()
    expect(
      verifyProof({ ...proof, checkpoint: sign(513, tree.root(300)) }, leafHash(257), log),
    ).toBeUndefined()
    expect(verifyProof(proof, leafHash(257), { ...log, origin: 'other.example/log' })).toBeUndefined()
    expect(verifyProof(proof, leafHash(257), { ...log, keys: [] })).toBeUndefined()
  })

  it('that is malformed is refused', async () => {
    const text = formatProof(await makeProof(257))
    const broken = [
      '',
      text.replace('@v1', '@v2'),
      text.replace('index 257', 'index 0257'),
      text.replace('index 257', 'index -1'),
      text.replace('index 257', 'index 99999999999999999'),
      text.replace('index 257\n', ''),
      text.replace('\n\n', '\nAAAA\n\n'),
      text.replace('=\n', '\n'),
      text.replace('\nindex', '\nextra \nindex'),
      text.replace('\nindex', '\nextra AQI\nindex'),
      text.replace('\nindex', '\r\nindex'),
      text.replace('\n\n', `${`\n${Buffer.alloc(32).toString('base64')}`.repeat(60)}\n\n`),
      text.slice(0, text.indexOf('\n\n') + 1),
    ]
    for (const changed of broken) expect(parseProof(changed), changed).toBeUndefined()
  })
})

describe('a proof that is stapled to a credential', () => {
  const staple = async () => stapleProof(entry, await makeProof(257))

  it('shows where and when the credential was logged', async () => {
    expect(verifyStapledProof(await staple(), jws, log)).toMatchObject({ entry, checkpoint: { size: 300 } })
  })

  it('of another credential, with another entry, or of another log, is refused', async () => {
    const text = await staple()
    expect(verifyStapledProof(text, `${jws}x`, log)).toBeUndefined()
    expect(verifyStapledProof(text, jws, { ...log, origin: 'other.example/log' })).toBeUndefined()
    const renamed = stapleProof({ ...entry, subject: new Uint8Array(32).fill(5) }, await makeProof(257))
    expect(verifyStapledProof(renamed, jws, log)).toBeUndefined()
    const elsewhere = stapleProof(entry, await makeProof(256))
    expect(verifyStapledProof(elsewhere, jws, log)).toBeUndefined()
    expect(verifyStapledProof(formatProof(await makeProof(257)), jws, log)).toBeUndefined()
    expect(verifyStapledProof('', jws, log)).toBeUndefined()
  })
})
