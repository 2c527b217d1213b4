import type { Registered, RelyingPartyWord } from '@nansha/shared/api/organisation'
import { unixSeconds } from '@nansha/shared/clock/durations'
import { decodeBase64 } from '@nansha/shared/encoding/base64'
import { digestBytes } from '@nansha/shared/encoding/digest'
import { NanshaError } from '@nansha/shared/errors'
import {
  REGISTRATION_SECONDS,
  REGISTRATION_TYPE,
  type Registrant,
  type Registration,
} from '@nansha/shared/openid4vp/registration'
import { verifyLeaf } from '@nansha/shared/x509/verify-leaf'
import type { AccountKey } from '../records/account-key'
import { RELYING_PARTIES } from '../records/relying-parties'
import { isOperator } from './operators'
import type { RegisterPorts, Registrar } from './organisation-ports'

const PREFIX = 'x509_hash:'

/**
 * Puts a website on the register. The operator alone may, who has seen its papers: purposes, legal basis and retention are what
 * every citizen is shown.
 *
 * @throws NanshaError CALLER_FORBIDDEN, CERTIFICATE_REFUSED, SERVICE_UNAVAILABLE in a deployment without a registrar
 */
export async function registerRelyingParty(
  ports: RegisterPorts,
  caller: AccountKey,
  { registrant }: { readonly registrant: Registrant },
): Promise<Registered> {
  if (!isOperator(ports.operators, caller)) throw new NanshaError('CALLER_FORBIDDEN')
  const certificate = decodeBase64(registrant.certificate) ?? new Uint8Array(0)
  await requireCertified(registrarOf(ports), certificate, registrant, unixSeconds(ports.now()))
  const id = digestBytes(certificate)
  await ports.database.in(RELYING_PARTIES).put({
    _id: id,
    registrant,
    registeredAt: new Date(ports.now()),
    withdrawnAt: null,
  })
  return { clientId: PREFIX + id }
}

/** @throws NanshaError CALLER_FORBIDDEN, RELYING_PARTY_UNKNOWN */
export async function withdrawRelyingParty(
  ports: RegisterPorts,
  caller: AccountKey,
  clientId: string,
): Promise<void> {
  if (!isOperator(ports.operators, caller)) throw new NanshaError('CALLER_FORBIDDEN')
  const records = ports.database.in(RELYING_PARTIES)
  const isKnown = await records.update(idOf(clientId), { withdrawnAt: new Date(ports.now()) })
  if (!isKnown) throw new NanshaError('RELYING_PARTY_UNKNOWN')
}

/**
 * Signs what the register says of a website now. Who asks is not recorded.
 *
 * @throws NanshaError PORTAL_UNREGISTERED for one that is not on it any more, or never was
 */
export async function vouchFor(ports: RegisterPorts, clientId: string): Promise<RelyingPartyWord> {
  const { signer, issuerUrl } = registrarOf(ports)
  const known = await ports.database.in(RELYING_PARTIES).get(idOf(clientId))
  if (!known || known.withdrawnAt) throw new NanshaError('PORTAL_UNREGISTERED')
  const iat = unixSeconds(ports.now())
  const word: Registration = {
    iss: issuerUrl,
    iat,
    exp: iat + REGISTRATION_SECONDS,
    client_id: clientId,
    registrant: known.registrant,
  }
  return { registration: await signer.sign(REGISTRATION_TYPE, word) }
}

async function requireCertified(
  { authorities, verifySignature }: Registrar,
  certificate: Uint8Array,
  { organisation, domains }: Registrant,
  now: number,
): Promise<void> {
  const checked = await verifyLeaf(certificate, authorities, now, verifySignature)
  const isNamed =
    'leaf' in checked &&
    checked.leaf.organisation === organisation.zh &&
    domains.every((domain) => checked.leaf.domains.includes(domain))
  if (!isNamed) throw new NanshaError('CERTIFICATE_REFUSED')
}

function registrarOf({ registrar }: RegisterPorts): Registrar {
  if (!registrar) throw new NanshaError('SERVICE_UNAVAILABLE')
  return registrar
}

function idOf(clientId: string): string {
  return clientId.slice(PREFIX.length)
}
