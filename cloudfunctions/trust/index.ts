import { createAnswer } from '@nansha/core/function/answer'
import { hideDefect } from '@nansha/core/function/defect'
import { parseEvent } from '@nansha/core/function/parse-event'
import { readIssuer } from '@nansha/core/function/read-issuer'
import { createInvocationLog, type Invocation } from '@nansha/core/function/record-invocation'
import { requireAccount } from '@nansha/core/function/require-account'
import { readResources } from '@nansha/core/log/read-resources'
import { type Caller, isHttpCall } from '@nansha/core/platform/caller'
import { openCloud } from '@nansha/core/platform/cloud'
import { type HttpAnswer, HttpEvent } from '@nansha/core/trust/http-answer'
import { readTrustList } from '@nansha/core/trust/read-trust-list'
import { serve, type TrustPorts } from '@nansha/core/trust/serve'
import { TrustEvent } from '@nansha/shared/api/trust'
import { issuerByUrl } from '@nansha/shared/trust/trust-list'
import * as v from 'valibot'

const cloud = openCloud()
const record = createInvocationLog('trust')
const answer = createAnswer(record)
const { jws, list } = readTrustList(process.env)
const issuer = issuerByUrl(list, readIssuer(process.env).issuerUrl)
if (!issuer) throw new Error('NANSHA_TRUST_LIST does not name NANSHA_ISSUER_URL.')
const BAD_REQUEST: HttpAnswer = { statusCode: 400, headers: {}, body: '' }
const ports: TrustPorts = { database: cloud.database, issuer, trustList: jws }

/** What the world may know of this issuer; called over HTTP by anyone, and by mini-programs for the issuance log. */
export function main(event: unknown, context: unknown) {
  const caller = cloud.caller()
  if (isHttpCall(caller)) return record(context, (invocation) => serveHttp(event, invocation))
  return answer(context, (invocation) => serveMiniProgram(event, caller, invocation))
}

async function serveHttp(event: unknown, invocation: Invocation): Promise<HttpAnswer> {
  const request = v.safeParse(HttpEvent, event)
  invocation.action = 'http'
  try {
    const served = request.success ? await serve(ports, request.output) : BAD_REQUEST
    invocation.code = `HTTP_${served.statusCode}`
    return served
  } catch (error) {
    throw hideDefect(error)
  }
}

async function serveMiniProgram(event: unknown, caller: Caller, invocation: Invocation) {
  requireAccount(caller)
  const asked = parseEvent(TrustEvent, event)
  invocation.action = 'log'
  return readResources(cloud.database, asked)
}
