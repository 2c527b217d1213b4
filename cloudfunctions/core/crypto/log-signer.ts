import { hkdfSync } from 'node:crypto'
import { checkpointText } from '@nansha/shared/log/checkpoint'
import { noteSigner, signNote } from '@nansha/shared/log/sign-note'
import type { VerifierKey } from '@nansha/shared/log/verifier-key'
import type { TreeHead } from '@nansha/shared/log/verify-consistency'

/** Signs checkpoints of one log and nothing else. */
export interface LogSigner {
  readonly origin: string
  /** What a trust list names as `logKeys`. */
  readonly keys: readonly VerifierKey[]
  /**
   * @param at Unix seconds
   * @returns the signed note
   */
  signCheckpoint(head: TreeHead, at: number): string
}

/**
 * Makes the signer of a log: an Ed25519 key that signs checkpoints, and one that says when a checkpoint was the newest.
 * They are two, because a key should not sign in two ways (C2SP signed-note, "Verifier keys"); the second is derived.
 *
 * @param origin the log's name, by which its keys are known
 * @param seed 32 bytes
 */
export function createLogSigner(origin: string, seed: Uint8Array): LogSigner {
  const clockSeed = new Uint8Array(hkdfSync('sha256', seed, '', 'nansha-log-cosignature', 32))
  const signers = [noteSigner(origin, 'note', seed), noteSigner(origin, 'cosignature', clockSeed)]
  return {
    origin,
    keys: signers.map(({ key }) => key),
    signCheckpoint: (head, at) => signNote(checkpointText(origin, head), signers, at),
  }
}
