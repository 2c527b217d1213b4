import { hideDefect } from '@nansha/core/function/defect'
import { readIssuer } from '@nansha/core/function/read-issuer'
import { isHttpCall } from '@nansha/core/platform/caller'
import { openCloud } from '@nansha/core/platform/cloud'
import { HttpEvent } from '@nansha/core/trust/http-answer'
import { readTrustList } from '@nansha/core/trust/read-trust-list'
import { serve, type TrustPorts } from '@nansha/core/trust/serve'
import { issuerByUrl } from '@nansha/shared/trust/trust-list'
import * as v from 'valibot'

const cloud = openCloud()
const { jws, list } = readTrustList(process.env)
const issuer = issuerByUrl(list, readIssuer(process.env).issuerUrl)
if (!issuer) throw new Error('NANSHA_TRUST_LIST does not name NANSHA_ISSUER_URL.')
const ports: TrustPorts = { database: cloud.database, issuer, trustList: jws }

/** What the world may know of this issuer; called over HTTP by anyone. */
export async function main(event: unknown) {
  const request = v.safeParse(HttpEvent, event)
  if (!isHttpCall(cloud.caller()) || !request.success) return { statusCode: 400, headers: {}, body: '' }
  try {
    return await serve(ports, request.output)
  } catch (error) {
    throw hideDefect(error)
  }
}
