import { equalBytes } from '../encoding/bytes'
import { asciiOf, contentOf, DER, DerFault, type DerValue, membersOf, readDer } from './der'
import { isDomain } from './domain'
import { OID } from './oids'

/** What this project reads of a certificate's extensions. */
export interface Extensions {
  readonly isAuthority: boolean
  /** `undefined` when the certificate does not restrict it. */
  readonly usage: number | undefined
  /** `dNSName`s of the subject's alternative names, in lower case; no wildcards. */
  readonly domains: readonly string[]
}

/**
 * Reads the extensions of a certificate (RFC 5280 §4.2).
 *
 * @throws DerFault for one that stands twice, or is critical and unknown
 */
export function readExtensions(value: DerValue): Extensions {
  const [list, ...more] = membersOf(value, 0xa3)
  if (more.length > 0) throw new DerFault('extensions')
  const seen: Uint8Array[] = []
  const read = {
    isAuthority: false,
    usage: undefined as number | undefined,
    domains: [] as readonly string[],
  }
  for (const extension of membersOf(list)) {
    const [oid, isCritical, content] = extensionOf(extension)
    if (seen.some((other) => equalBytes(other, oid))) throw new DerFault('an extension twice')
    seen.push(oid)
    if (equalBytes(oid, OID.basicConstraints)) read.isAuthority = readBasicConstraints(content)
    else if (equalBytes(oid, OID.keyUsage)) read.usage = readUsage(content)
    else if (equalBytes(oid, OID.subjectAltName)) read.domains = readDomains(content)
    else if (isCritical) throw new DerFault('a critical extension that is unknown')
  }
  return read
}

function extensionOf(extension: DerValue): [oid: Uint8Array, isCritical: boolean, content: Uint8Array] {
  const [oid, second, third, ...more] = membersOf(extension)
  const isCritical = second?.tag === DER.boolean
  if (isCritical && !equalBytes(second.content, Uint8Array.of(0xff))) throw new DerFault('a needless default')
  const last = isCritical ? third : second
  if (more.length > 0 || (!isCritical && third)) throw new DerFault('an extension')
  return [contentOf(oid, DER.oid), isCritical, contentOf(last, DER.octetString)]
}

function readBasicConstraints(content: Uint8Array): boolean {
  const [value, ...more] = readDer(content)
  const [isAuthority, ...rest] = membersOf(value)
  if (more.length > 0 || rest.length > 1) throw new DerFault('basic constraints')
  if (isAuthority === undefined) return false
  if (!equalBytes(contentOf(isAuthority, DER.boolean), Uint8Array.of(0xff)))
    throw new DerFault('a needless default')
  return true
}

function readUsage(content: Uint8Array): number {
  const [value, ...more] = readDer(content)
  const bits = contentOf(value, DER.bitString)
  if (more.length > 0 || bits.length < 2 || bits.length > 3) throw new DerFault('key usage')
  return bits[1] ?? 0
}

/** Names of other kinds (addresses, e-mail) are not what a relying party is known by, and are passed over. */
function readDomains(content: Uint8Array): readonly string[] {
  const [value, ...more] = readDer(content)
  if (more.length > 0) throw new DerFault('alternative names')
  return membersOf(value)
    .filter(({ tag }) => tag === 0x82)
    .map((name) => {
      const domain = asciiOf(name.content)
      if (!isDomain(domain)) throw new DerFault('no domain in lower case')
      return domain
    })
}
