import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { appendLeaf, EMPTY_RANGE, rangeRoot } from '@nansha/shared/log/compact-range'
import { hashLeaf } from '@nansha/shared/log/hashes'
import { verifyConsistency } from '@nansha/shared/log/verify-consistency'
import { verifyInclusion } from '@nansha/shared/log/verify-inclusion'
import { describe, expect, it } from 'vitest'
import vectors from './merkle-tree.json'

it(`the roots of a Merkle tree are those of ${vectors.source}`, () => {
  let range = EMPTY_RANGE
  const roots = [
    rangeRoot(range),
    ...vectors.leaves.map((leaf) => {
      range = appendLeaf(range, hashLeaf(Uint8Array.from(Buffer.from(leaf, 'hex'))))
      return rangeRoot(range)
    }),
  ]
  expect(roots.map((root) => Buffer.from(root).toString('hex'))).toEqual(vectors.roots)
})

/** Proofs of transparency-dev/merkle (Apache-2.0) are not in this repository: they are read where they lie beside it. */
const FOLDER = resolve(import.meta.dirname, '../../../shared/vectors/merkle')
interface Vector {
  readonly wantErr: boolean
  readonly proof: readonly string[] | null
  readonly [field: string]: unknown
}
const bytes = (text: unknown) => Uint8Array.from(Buffer.from(String(text), 'base64'))
const read = (file: string) =>
  Object.entries(JSON.parse(readFileSync(`${FOLDER}/${file}`, 'utf8')) as Record<string, Vector>)

describe.runIf(existsSync(`${FOLDER}/inclusion.json`))('proofs of transparency-dev/merkle', () => {
  it('of inclusion hold and fail as published', () => {
    const wrong = read('inclusion.json').filter(([, vector]) => {
      const inclusion = {
        index: Number(vector.leafIdx),
        leafHash: bytes(vector.leafHash),
        proof: (vector.proof ?? []).map(bytes),
      }
      return (
        verifyInclusion(inclusion, { size: Number(vector.treeSize), root: bytes(vector.root) }) ===
        vector.wantErr
      )
    })
    expect(wrong).toEqual([])
  })

  it('of consistency hold and fail as published', () => {
    const wrong = read('consistency.json').filter(([, vector]) => {
      const older = { size: Number(vector.size1), root: bytes(vector.root1) }
      const newer = { size: Number(vector.size2), root: bytes(vector.root2) }
      return verifyConsistency(older, newer, (vector.proof ?? []).map(bytes)) === vector.wantErr
    })
    expect(wrong).toEqual([])
  })
})
