import type { VerifySignature } from '@nansha/shared/jws/verify-signature'
import { EcPublicJwk } from '@nansha/shared/keys/ec-public-jwk'
import * as v from 'valibot'
import { readSigner } from '../crypto/signer'
import type { Now } from '../function/answer'
import type { RandomId } from '../function/random-id'
import type { DocumentRegistries } from './document-registry'
import { documentsByHttp } from './documents-by-http'
import { createSpecimenDocuments, type SpecimenDocumentPorts } from './specimen-documents'

export interface DocumentPlatform extends SpecimenDocumentPorts {
  readonly issuerUrl: string
  readonly fetch: typeof fetch
  readonly now: Now
  readonly randomId: RandomId
  readonly verifySignature: VerifySignature
}

const Registry = v.strictObject({
  url: v.pipe(v.string(), v.url(), v.startsWith('https://')),
  keys: v.pipe(v.array(EcPublicJwk), v.minLength(1), v.maxLength(4)),
})
const Registries = v.pipe(
  v.string(),
  v.parseJson(),
  v.strictObject({
    'driving-licence': v.optional(Registry),
    'social-security-card': v.optional(Registry),
  }),
)

/**
 * The registries that `NANSHA_DOCUMENT_REGISTRIES` names: `specimen`, or JSON with an address and the keys of each type that this
 * deployment issues, to which `NANSHA_DOCUMENT_KEY` signs. Without it no further documents are issued.
 *
 * @throws Error that names the variable which is wrong, and for synthetic citizens outside a local stage
 */
export function chooseDocuments(
  environment: NodeJS.ProcessEnv,
  platform: DocumentPlatform,
): DocumentRegistries {
  const { NANSHA_DOCUMENT_REGISTRIES: text, NANSHA_STAGE: stage } = environment
  if (!text) return { 'driving-licence': null, 'social-security-card': null }
  if (text === 'specimen') {
    if (stage !== 'local')
      throw new Error('NANSHA_DOCUMENT_REGISTRIES=specimen is for a local stage: its documents are invented.')
    return {
      'driving-licence': createSpecimenDocuments(platform, 'driving-licence'),
      'social-security-card': createSpecimenDocuments(platform, 'social-security-card'),
    }
  }
  const parsed = v.safeParse(Registries, text)
  if (!parsed.success) throw new Error('NANSHA_DOCUMENT_REGISTRIES names no registries.')
  const { 'driving-licence': licences, 'social-security-card': cards } = parsed.output
  const ports = { ...platform, signer: readSigner(environment, 'NANSHA_DOCUMENT_KEY') }
  return {
    'driving-licence': licences ? documentsByHttp({ ...ports, ...licences }, 'driving-licence') : null,
    'social-security-card': cards ? documentsByHttp({ ...ports, ...cards }, 'social-security-card') : null,
  }
}
