import { createHash } from 'node:crypto'
import { createHolderKey } from '@nansha/shared/keys/create-holder-key'
import type { CertificateAuthority } from '@nansha/shared/x509/create-certificate'

/**
 * The roots of every cloud on a developer's machine. Anyone can derive them from these words, so an app that pins them
 * believes anyone: a build does so only with `NANSHA_STAGE=local` (miniprogram/kit/build/build-settings.cjs).
 */
export const LOCAL_ROOTS = [rootOf('nansha local root 1'), rootOf('nansha local root 2')] as const

function rootOf(words: string) {
  return createHolderKey(createHash('sha384').update(words).digest())
}

/** Certifies the relying parties of developers' clouds. */
export const LOCAL_ACCESS_AUTHORITY: CertificateAuthority = {
  key: rootOf('nansha local access authority'),
  name: { commonName: 'Access authority of this machine', organisation: '本机样本接入机构' },
}

/** Certifies the issuers of developers' clouds. */
export const LOCAL_ISSUING_AUTHORITY: CertificateAuthority = {
  key: rootOf('nansha local issuing authority'),
  name: { commonName: 'Issuing authority of this machine', organisation: '本机样本签发机构' },
}
