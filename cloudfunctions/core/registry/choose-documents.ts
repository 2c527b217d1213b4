import type { VerifySignature } from '@nansha/shared/jws/verify-signature'
import { EcPublicJwk } from '@nansha/shared/keys/ec-public-jwk'
import * as v from 'valibot'
import { readSigner } from '../crypto/signer'
import type { Now } from '../function/answer'
import type { RandomId } from '../function/random-id'
import type { DocumentRegistries } from './document-registry'
import { documentsByHttp } from './documents-by-http'
import { householdByHttp } from './household-by-http'
import type { HouseholdRegistry } from './household-registry'
import { createSpecimenDocuments, type SpecimenDocumentPorts } from './specimen-documents'
import { createSpecimenHousehold } from './specimen-household'

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
    guardianship: v.optional(Registry),
  }),
)
type Registries = v.InferOutput<typeof Registries>

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
  const named = readRegistries(environment)
  if (named === 'specimen')
    return {
      'driving-licence': createSpecimenDocuments(platform, 'driving-licence'),
      'social-security-card': createSpecimenDocuments(platform, 'social-security-card'),
    }
  const { 'driving-licence': licences, 'social-security-card': cards } = named
  const ports = () => ({ ...platform, signer: readSigner(environment, 'NANSHA_DOCUMENT_KEY') })
  return {
    'driving-licence': licences ? documentsByHttp({ ...ports(), ...licences }, 'driving-licence') : null,
    'social-security-card': cards ? documentsByHttp({ ...ports(), ...cards }, 'social-security-card') : null,
  }
}

/**
 * The register of households, `guardianship` of the same variable; null where no children's cards are issued.
 *
 * @throws Error as {@link chooseDocuments}
 */
export function chooseHousehold(
  environment: NodeJS.ProcessEnv,
  platform: DocumentPlatform,
): HouseholdRegistry | null {
  const named = readRegistries(environment)
  if (named === 'specimen') return createSpecimenHousehold(platform)
  if (!named.guardianship) return null
  const signer = readSigner(environment, 'NANSHA_DOCUMENT_KEY')
  return householdByHttp({ ...platform, ...named.guardianship, signer })
}

function readRegistries({
  NANSHA_DOCUMENT_REGISTRIES: text,
  NANSHA_STAGE: stage,
}: NodeJS.ProcessEnv): Registries | 'specimen' {
  if (!text) return {}
  if (text === 'specimen') {
    if (stage !== 'local')
      throw new Error('NANSHA_DOCUMENT_REGISTRIES=specimen is for a local stage: its documents are invented.')
    return text
  }
  const parsed = v.safeParse(Registries, text)
  if (!parsed.success) throw new Error('NANSHA_DOCUMENT_REGISTRIES names no registries.')
  return parsed.output
}
