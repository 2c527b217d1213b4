import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Functions } from '../functions/functions'
import { readAccount } from '../identity'
import { invalid, PlatformError } from '../platform-error'
import type { Rule } from '../rules/compile-rule'
import { readJsonObject } from './read-body'
import { sendJson } from './send'

/** The platform's limit of an event; a little more is read so that the function's own check can name it. */
const MAX_BYTES = 128 * 1024

/** `POST /functions/<name>`: a client calls a function, under its rule and with its development identity. */
export function serveFunctions(functions: Functions, rules: ReadonlyMap<string, Rule>) {
  return async (request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> => {
    if (request.method !== 'POST') throw invalid('A function is called with POST.')
    const name = url.pathname.slice('/functions/'.length)
    const account = readAccount(request.headers)
    const rule = rules.get(name) ?? rules.get('*')
    const facts = { auth: { openid: account.openId }, resource: { openid: null, path: name } }
    if (!rule?.(facts)) throw new PlatformError('PERMISSION_DENIED', 'Clients may not call this function.')

    const event = await readJsonObject(request, MAX_BYTES)
    const withUser = { ...event, userInfo: { appId: account.appId, openId: account.openId } }
    const context = { account, source: 'wx_client' }
    const { requestId, result } = await functions.call(name, JSON.stringify(withUser), context)
    sendJson(response, 200, { requestId, result: JSON.parse(result) })
  }
}
