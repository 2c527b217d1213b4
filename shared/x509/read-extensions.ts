import { encodeHex } from '../encoding/bytes'
import { asciiOf, contentOf, type DerValue, membersOf, readOne, requireThat } from './der'
import * as DER from './der-tags'
import { isDomain } from './domain'
import * as OID from './oids'

/** What this project reads of a certificate's extensions. */
export interface Extensions {
  readonly isAuthority: boolean
  /** `undefined` when the certificate does not restrict it. */
  readonly usage: number | undefined
  /** `dNSName`s of the subject's alternative names, in lower case; no wildcards. */
  readonly domains: readonly string[]
}

/** The boolean as it must be written; false is a default, which DER leaves out. */
const TRUE = '0101ff'

/**
 * Reads the extensions of a certificate (RFC 5280 §4.2).
 *
 * @throws DerFault for one that stands twice, or is critical and unknown
 */
export function readExtensions(value: DerValue): Extensions {
  const seen = new Set<string>()
  let isAuthority = false
  let usage: number | undefined
  let domains: readonly string[] = []
  for (const extension of membersOf(readOne(contentOf(value, 0xa3)))) {
    const { id, isCritical, content } = extensionOf(extension)
    requireThat(!seen.has(id))
    seen.add(id)
    if (id === OID.basicConstraints) isAuthority = readBasicConstraints(readOne(content))
    else if (id === OID.keyUsage) usage = readUsage(readOne(content))
    else if (id === OID.subjectAltName) domains = readDomains(readOne(content))
    else requireThat(!isCritical)
  }
  return { isAuthority, usage, domains }
}

function extensionOf(extension: DerValue): { id: string; isCritical: boolean; content: Uint8Array } {
  const [id, ...rest] = membersOf(extension)
  const isCritical = rest[0]?.tag === DER.boolean
  if (isCritical) requireTrue(rest.shift())
  requireThat(rest.length === 1)
  return {
    id: encodeHex(contentOf(id, DER.oid)),
    isCritical,
    content: contentOf(rest[0], DER.octetString),
  }
}

function requireTrue(value: DerValue | undefined): void {
  requireThat(value !== undefined && encodeHex(value.whole) === TRUE)
}

function readBasicConstraints(value: DerValue): boolean {
  const [isAuthority, ...rest] = membersOf(value)
  requireThat(rest.length <= 1)
  if (isAuthority === undefined) return false
  requireTrue(isAuthority)
  return true
}

function readUsage(value: DerValue): number {
  const [, bits, ...more] = contentOf(value, DER.bitString)
  requireThat(bits !== undefined && more.length <= 1)
  return bits
}

/** Names of other kinds (addresses, e-mail) are not what a relying party is known by, and are passed over. */
function readDomains(value: DerValue): readonly string[] {
  const names = membersOf(value).filter(({ tag }) => tag === 0x82)
  return names.map(({ content }) => {
    const domain = asciiOf(content)
    requireThat(isDomain(domain))
    return domain
  })
}
