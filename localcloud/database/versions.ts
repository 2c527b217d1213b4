import type { Document } from './ejson'

/** A change of one document: what it was before, null when it was not there. */
export interface Change {
  readonly collection: string
  readonly id: string
  readonly before: Document | null
}

/**
 * What documents were before recent commits, kept only as long as an open transaction still reads an older snapshot.
 * A snapshot is the number of commits that it has seen.
 */
export interface Versions {
  /** The number of the newest commit. */
  current(): number
  /** Notes one commit. */
  record(changes: readonly Change[]): void
  /** The document as a snapshot saw it, when it has changed since; undefined when it has not. */
  before(collection: string, id: string, snapshot: number): { readonly document: Document | null } | undefined
  /** Starts to keep what this snapshot reads. */
  retain(snapshot: number): void
  release(snapshot: number): void
}

interface Version {
  readonly commit: number
  readonly document: Document | null
}

export function createVersions(): Versions {
  let commit = 0
  const history = new Map<string, Version[]>()
  const retained: number[] = []

  return {
    current: () => commit,
    record(changes) {
      commit++
      if (retained.length === 0) return
      for (const { collection, id, before } of changes) {
        const versions = history.get(documentKey(collection, id)) ?? []
        history.set(documentKey(collection, id), [...versions, { commit, document: before }])
      }
    },
    before: (collection, id, snapshot) =>
      history.get(documentKey(collection, id))?.find((version) => version.commit > snapshot),
    retain(snapshot) {
      retained.push(snapshot)
    },
    release(snapshot) {
      retained.splice(retained.indexOf(snapshot), 1)
      if (retained.length === 0) history.clear()
    },
  }
}

/** Names a document across collections. */
export function documentKey(collection: string, id: string): string {
  return `${collection}\u0000${id}`
}
