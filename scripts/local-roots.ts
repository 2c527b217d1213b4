import { createHash } from 'node:crypto'
import { createHolderKey } from '@nansha/shared/keys/create-holder-key'

/**
 * The roots of every cloud on a developer's machine. Anyone can derive them from these words, so an app that pins them
 * believes anyone: a build does so only with `NANSHA_STAGE=local` (miniprogram/kit/build/build-settings.cjs).
 */
export const LOCAL_ROOTS = [rootOf('nansha local root 1'), rootOf('nansha local root 2')] as const

function rootOf(words: string) {
  return createHolderKey(createHash('sha384').update(words).digest())
}
