import { inflateSync } from 'node:zlib'
import { digest, unixSeconds } from '@nansha/shared/fields'
import { CHAIN_HEAD_TYPE } from '@nansha/shared/log/former-chain'
import {
  STATUS_BITS,
  STATUS_LIST_SECONDS,
  STATUS_LIST_SIZE,
  STATUS_LIST_TYPE,
  statusAt,
} from '@nansha/shared/status/status-list'
import * as v from 'valibot'
import { type Deployment, ownOnlineList, ownStatusList, type Signable, timeOf } from '../signable'

/** What the issuer publishes: status lists, and the head of the log's former chain. */
export function publications(deployment: Deployment): Signable[] {
  const issuers = { key: 'issuer', callers: ['sweep'] } as const
  return [
    { ...issuers, typ: STATUS_LIST_TYPE, schema: statusList(deployment, ownStatusList(deployment)) },
    {
      ...issuers,
      key: 'online',
      typ: STATUS_LIST_TYPE,
      schema: statusList(deployment, ownOnlineList(deployment)),
    },
    { ...issuers, typ: CHAIN_HEAD_TYPE, schema: chainHead(deployment) },
  ]
}

function statusList(deployment: Deployment, address: v.GenericSchema<string>) {
  return v.pipe(
    v.strictObject({
      sub: address,
      iat: timeOf(deployment),
      exp: unixSeconds,
      ttl: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(STATUS_LIST_SECONDS)),
      status_list: v.strictObject({
        bits: v.literal(STATUS_BITS),
        lst: v.pipe(v.string(), v.maxLength(50_000), v.check(isStatusList, 'no statuses')),
      }),
    }),
    v.check(({ iat, exp }) => exp === iat + STATUS_LIST_SECONDS, 'good for too long'),
  )
}

/** Whether it inflates to one list in which every status has a meaning. */
function isStatusList(lst: string): boolean {
  try {
    const bytes = inflateSync(Buffer.from(lst, 'base64url'), { maxOutputLength: STATUS_LIST_SIZE })
    if (bytes.length !== (STATUS_LIST_SIZE * STATUS_BITS) / 8) return false
    const hasMeaning = (byte: number, n: number) =>
      byte === 0 || [0, 1, 2, 3].every((place) => statusAt(bytes, n * 4 + place))
    return bytes.every(hasMeaning)
  } catch {
    return false
  }
}

function chainHead(deployment: Deployment) {
  return v.strictObject({
    iss: v.literal(deployment.issuerUrl),
    iat: timeOf(deployment),
    size: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
    hash: digest,
  })
}
