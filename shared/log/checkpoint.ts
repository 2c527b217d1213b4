import { decodeBase64, encodeBase64 } from '../encoding/base64'
import { HASH_BYTES } from './hashes'
import type { IssuerLog } from './issuer-log'
import type { TreeHead } from './verify-consistency'
import { verifyNote } from './verify-note'

/** A checkpoint whose signature was verified (C2SP tlog-checkpoint). */
export interface Checkpoint extends TreeHead {
  readonly origin: string
  /** Unix seconds at which the log itself said that this was its newest; `undefined` when it said no time. */
  readonly at: number | undefined
}

/** The three lines that are signed. @param origin names the log */
export function checkpointText(origin: string, { size, root }: TreeHead): string {
  return `${origin}\n${size}\n${encodeBase64(root)}\n`
}

/**
 * Opens a checkpoint of a log.
 *
 * @param log.origin the log that the reader expects, whatever the checkpoint says
 * @param log.keys of that log; at least one of type `note` must have signed
 * @returns `undefined` for anything else
 */
export function verifyCheckpoint(note: string, log: IssuerLog): Checkpoint | undefined {
  const own = log.keys.filter(({ name }) => name === log.origin)
  const opened = verifyNote(note, own)
  if (!opened?.signatures.some(({ key }) => key.type === 'note')) return undefined
  const head = readText(opened.text)
  if (head?.origin !== log.origin) return undefined
  const times = opened.signatures.flatMap(({ at }) => at ?? [])
  return { ...head, at: times.length > 0 ? Math.max(...times) : undefined }
}

/** Lines after the third are extensions, which this reader makes no use of; an empty one is malformed. */
function readText(text: string): (TreeHead & { readonly origin: string }) | undefined {
  const [origin = '', digits = '', encoded = '', ...extensions] = text.slice(0, -1).split('\n')
  const size = /^(0|[1-9]\d*)$/.test(digits) ? Number(digits) : Number.NaN
  const root = decodeBase64(encoded)
  if (origin === '' || !Number.isSafeInteger(size) || root?.length !== HASH_BYTES) return undefined
  if (encodeBase64(root) !== encoded || extensions.includes('')) return undefined
  return { origin, size, root }
}
