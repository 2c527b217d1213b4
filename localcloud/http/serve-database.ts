import type { IncomingMessage, ServerResponse } from 'node:http'
import * as v from 'valibot'
import type { AdminCall } from '../admin/handle-admin'
import { readAccount } from '../identity'
import { invalid, PlatformError } from '../platform-error'
import type { Rule } from '../rules/compile-rule'
import { readJsonObject } from './read-body'
import { sendJson } from './send'

const MAX_BYTES = 1024 * 1024
const READS = ['database.getDocument', 'database.calculateDocument', 'database.aggregateDocuments']
const WRITES = ['database.insertDocument', 'database.modifyDocument', 'database.removeDocument']

const requestSchema = v.looseObject({
  action: v.picklist([...READS, ...WRITES]),
  collectionName: v.string(),
  transactionId: v.optional(v.undefined_()),
  tcb_sessionToken: v.optional(v.undefined_()),
})

/** What clients may do with a collection. */
export interface CollectionRules {
  readonly read: Rule
  readonly write: Rule
}

/**
 * `POST /database`: a client touches a collection directly, under the collection's rules, with the actions of `/admin`.
 * Rules about single documents are not understood, so that they keep everybody out.
 */
export function serveDatabase(
  handle: (call: AdminCall) => Promise<object>,
  rules: ReadonlyMap<string, CollectionRules>,
  origin: string,
) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const account = readAccount(request.headers)
    const parsed = v.safeParse(requestSchema, await readJsonObject(request, MAX_BYTES))
    if (!parsed.success) throw invalid('The request is not a database action that clients have.')
    const { action, collectionName } = parsed.output
    const rule = rules.get(collectionName)?.[READS.includes(action) ? 'read' : 'write']
    const facts = { auth: { openid: account.openId }, resource: { openid: null, path: collectionName } }
    if (!rule?.(facts)) {
      throw new PlatformError('DATABASE_PERMISSION_DENIED', 'Clients may not do this with the collection.')
    }
    sendJson(
      response,
      200,
      await handle({ body: parsed.output, authorization: '', source: 'wx_client', origin }),
    )
  }
}
