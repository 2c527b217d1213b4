import type { TrustedIssuer } from '@nansha/shared/trust/trust-list'
import { readCheckpoint, readTileAt } from '../log/read-resource'
import type { CollectionToken, Database } from '../platform/database'
import { entryId, ISSUANCE_LOG, SIGNED_HEAD, SIGNED_HEAD_ID } from '../records/former-chain'
import { ONLINE_STATUS_LISTS } from '../records/online-credentials'
import { STATUS_LISTS, type StatusListRecord } from '../records/status-lists'
import { answerWith, type HttpAnswer, type HttpEvent, json, type Resource } from './http-answer'
import { issuerMetadata, jwkSet, typeMetadata } from './metadata'

export interface TrustPorts {
  readonly database: Database
  readonly issuer: TrustedIssuer
  /** Compact JWS, served as it is. */
  readonly trustList: string
}

const HOUR = 3600
const YEAR = 365 * 24 * HOUR
/** A checkpoint is old as soon as there is the next (C2SP tlog-tiles, "Checkpoints"). */
const FEW_SECONDS = 5
/** How long a status list or a head may be kept; sweep publishes more often than that. */
const PUBLISHED_FOR = 300
/** Entries of the former hash chain in one answer. */
const PAGE = 200

/**
 * Serves what the world may know, under the path where the issuer's URL points. Everything here is public and signed or
 * without secrets, so there is nothing to authorise.
 */
export async function serve(ports: TrustPorts, event: HttpEvent): Promise<HttpAnswer> {
  return answerWith(await find(ports, event), event)
}

async function find(
  ports: TrustPorts,
  { path, queryStringParameters }: HttpEvent,
): Promise<Resource | undefined> {
  const [first = '', second = '', ...more] = segments(path)
  if (first === 'log' && second === 'tile') return logTile(ports, [second, ...more].join('/'))
  if (more.length > 0) return undefined
  switch (first) {
    case '.well-known':
      return second === 'jwt-vc-issuer' ? json(issuerMetadata(ports.issuer), HOUR) : undefined
    case 'jwks':
      return second ? undefined : json(jwkSet(ports.issuer), HOUR)
    case 'trust-list':
      return second ? undefined : { type: 'application/jwt', body: ports.trustList, maxAge: HOUR }
    case 'types': {
      const metadata = typeMetadata(ports.issuer.iss, second)
      return metadata && json(metadata, HOUR)
    }
    case 'status':
      return statusList(ports, STATUS_LISTS, second)
    case 'online-status':
      return statusList(ports, ONLINE_STATUS_LISTS, second)
    case 'log':
      if (second === 'checkpoint') return checkpoint(ports)
      return second === 'head' ? signedHead(ports) : chainEntries(ports, second, queryStringParameters?.from)
    default:
      return undefined
  }
}

/**
 * The trigger path `/trust` comes first or not, by how the domain is set up. An issuer whose URL has a path has its
 * well-known document before that path (RFC 8615, draft-ietf-oauth-sd-jwt-vc §5): `/.well-known/jwt-vc-issuer/trust`.
 */
function segments(path: string): string[] {
  const all = path.split('/').filter(Boolean)
  if (all[0] === 'trust') return all.slice(1)
  return all[0] === '.well-known' && all[2] === 'trust' ? all.slice(0, 2) : all
}

/** The body is the token itself, in the media type of draft-ietf-oauth-status-list §8.1. */
async function statusList(
  { database }: TrustPorts,
  lists: CollectionToken<StatusListRecord>,
  id: string,
): Promise<Resource | undefined> {
  if (!/^\d{1,6}$/.test(id)) return undefined
  const list = await database.in(lists).get(id)
  return list?.token
    ? { type: 'application/statuslist+jwt', body: list.token, maxAge: PUBLISHED_FOR }
    : undefined
}

async function checkpoint({ database }: TrustPorts): Promise<Resource | undefined> {
  const body = await readCheckpoint(database)
  return body === undefined ? undefined : { type: 'text/plain; charset=utf-8', body, maxAge: FEW_SECONDS }
}

async function logTile({ database }: TrustPorts, path: string): Promise<Resource | undefined> {
  const body = await readTileAt(database, path)
  return body && { type: 'application/octet-stream', body, maxAge: YEAR, isImmutable: true }
}

/** Of the former hash chain, until sweep takes its head away. */
async function signedHead({ database }: TrustPorts): Promise<Resource | undefined> {
  const head = await database.in(SIGNED_HEAD).get(SIGNED_HEAD_ID)
  return head ? { type: 'application/jwt', body: head.jws, maxAge: PUBLISHED_FOR } : undefined
}

/** Of the former hash chain, as long as its head is there. */
async function chainEntries(
  { database }: TrustPorts,
  kind: string,
  from: unknown,
): Promise<Resource | undefined> {
  if (kind !== 'entries' || typeof from !== 'string' || !/^[1-9]\d{0,8}$/.test(from)) return undefined
  if (!(await database.in(SIGNED_HEAD).get(SIGNED_HEAD_ID))) return undefined
  const ids = Array.from({ length: PAGE }, (_, n) => entryId(Number(from) + n))
  const entries = await database
    .in(ISSUANCE_LOG)
    .find({ _id: database.command.in(ids) }, { limit: PAGE, orderBy: { _id: 'asc' } })
  return json({ entries: entries.map(({ _id, ...entry }) => entry) }, PUBLISHED_FOR)
}
