import { answer } from '@nansha/core/function/answer'
import { hideDefect } from '@nansha/core/function/defect'
import { parseEvent } from '@nansha/core/function/parse-event'
import { readIssuer } from '@nansha/core/function/read-issuer'
import { requireAccount } from '@nansha/core/function/require-account'
import { readResources } from '@nansha/core/log/read-resources'
import { type Caller, isHttpCall } from '@nansha/core/platform/caller'
import { openCloud } from '@nansha/core/platform/cloud'
import { HttpEvent } from '@nansha/core/trust/http-answer'
import { readTrustList } from '@nansha/core/trust/read-trust-list'
import { serve, type TrustPorts } from '@nansha/core/trust/serve'
import { TrustEvent } from '@nansha/shared/api/trust'
import { issuerByUrl } from '@nansha/shared/trust/trust-list'
import * as v from 'valibot'

const cloud = openCloud()
const { jws, list } = readTrustList(process.env)
const issuer = issuerByUrl(list, readIssuer(process.env).issuerUrl)
if (!issuer) throw new Error('NANSHA_TRUST_LIST does not name NANSHA_ISSUER_URL.')
const ports: TrustPorts = { database: cloud.database, issuer, trustList: jws }

/** What the world may know of this issuer; called over HTTP by anyone, and by mini-programs for the issuance log. */
export async function main(event: unknown) {
  const caller = cloud.caller()
  if (!isHttpCall(caller)) return answer(Date.now, () => serveMiniProgram(event, caller))
  const request = v.safeParse(HttpEvent, event)
  if (!request.success) return { statusCode: 400, headers: {}, body: '' }
  try {
    return await serve(ports, request.output)
  } catch (error) {
    throw hideDefect(error)
  }
}

async function serveMiniProgram(event: unknown, caller: Caller) {
  requireAccount(caller)
  return readResources(cloud.database, parseEvent(TrustEvent, event))
}
