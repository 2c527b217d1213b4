import { runOnce } from '@nansha/shared/single-flight'
import type { Files } from './files'

const MARKER = 'internal/storage-root'

/**
 * Learns how file ids of this environment begin. The platform tells nobody, so a marker file is written once per
 * process and its id is read.
 */
export function createStorageRoot(files: Files): () => Promise<string> {
  return runOnce(async () => {
    const fileId = await files.upload(MARKER, Buffer.from('x'))
    if (!fileId.endsWith(MARKER)) throw new Error('The marker file was stored under another path.')
    return fileId.slice(0, -MARKER.length)
  })
}
