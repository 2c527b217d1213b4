import { publishStatusLists } from '@nansha/core/credential/publish-status-lists'
import { ONLINE } from '@nansha/core/credential/status-series'
import { createSigner } from '@nansha/core/crypto/signer'
import { createWebCryptoVerifier } from '@nansha/core/crypto/verify-with-webcrypto'
import { unixSeconds } from '@nansha/shared/clock/durations'
import { encodeBase64 } from '@nansha/shared/encoding/base64'
import { createAuthorityCertificate, createCertificate } from '@nansha/shared/x509/create-certificate'
import { createEnrolPorts } from './enrol-ports'
import { ISSUER } from './issuer'
import { holderKey } from './keys'
import { ACCESS_AUTHORITY, registrarSigner } from './registered-portal'
import { signTrustList, TRUST_LIST } from './trust'

const ISSUING_AUTHORITY = { key: holderKey(215), name: { commonName: 'issuing', organisation: '南沙身份' } }
const issuerKey = holderKey(214)
const YEAR = 365 * 86_400
export const OPERATOR = 'wxv:operator' as const

/** A cloud that issues credentials for online use and registers websites. @param start Unix milliseconds */
export async function createOnlineCloud(start?: number) {
  const made = createEnrolPorts(start)
  const { clock } = made
  const seconds = () => unixSeconds(clock.now)
  const times = { notBefore: seconds() - 86_400, notAfter: seconds() + YEAR }
  const { issuerAuthority, issuerCertificate, accessAuthority } = certificates(times)
  const onlineSigner = createSigner(issuerKey.privateKey, issuerKey.publicJwk, { x5c: [issuerCertificate] })
  const [own] = TRUST_LIST.issuers
  if (!own) throw new Error('no issuer')
  const trust = {
    ...TRUST_LIST,
    iat: seconds(),
    exp: seconds() + YEAR,
    issuers: [
      {
        ...own,
        iss: ISSUER,
        logKeys: [],
        registrarKeys: [registrarSigner.publicJwk],
        accessAuthorities: [encodeBase64(accessAuthority)],
        issuingAuthorities: [encodeBase64(issuerAuthority)],
      },
    ],
  }
  const cloud = { ...made, ports: { ...made.ports, onlineSigner, trust, trustList: signTrustList(trust) } }
  const { database, now, randomId } = cloud.ports
  const publish = () =>
    publishStatusLists({ ...cloud.ports, vouched: database, signer: onlineSigner }, ONLINE)
  await publish()

  const verifySignature = createWebCryptoVerifier()
  const register = {
    database,
    now,
    randomId,
    operators: { accounts: new Set([OPERATOR]), keys: new Map() },
    registrar: {
      signer: registrarSigner,
      issuerUrl: ISSUER,
      authorities: [accessAuthority],
      verifySignature,
    },
  }

  return { clock, cloud, trust, publish, verifySignature, register, issuerAuthority, times }
}

export type OnlineCloud = Awaited<ReturnType<typeof createOnlineCloud>>

function certificates(times: { readonly notBefore: number; readonly notAfter: number }) {
  const { hostname } = new URL(ISSUER)
  const serial = Uint8Array.of(1)
  return {
    issuerAuthority: createAuthorityCertificate(ISSUING_AUTHORITY, { serial, ...times }),
    accessAuthority: createAuthorityCertificate(ACCESS_AUTHORITY, { serial, ...times }),
    issuerCertificate: encodeBase64(
      createCertificate(ISSUING_AUTHORITY, {
        serial: Uint8Array.of(2),
        subject: { commonName: hostname, organisation: '南沙身份' },
        publicJwk: issuerKey.publicJwk,
        domains: [hostname],
        ...times,
      }),
    ),
  }
}
