/** An account as localcloud's development identity names it. */
export interface DevelopmentAccount {
  readonly appId: string
  readonly openId: string
}

/** Calls a function as a client would, over HTTP. Throws when localcloud itself refuses; a coded refusal is an answer. */
export type DevelopmentCall = (
  account: DevelopmentAccount,
  name: string,
  event: object,
) => Promise<{ ok: true; [field: string]: unknown } | { ok: false; code: string }>

/** @param url the running localcloud, e.g. `http://127.0.0.1:5170` */
export function createDevelopmentCall(url: string): DevelopmentCall {
  return async ({ appId, openId }, name, event) => {
    const response = await fetch(`${url}/functions/${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-wx-appid': appId, 'x-wx-openid': openId },
      body: JSON.stringify(event),
    })
    const answer = (await response.json()) as { result?: { ok: boolean }; code?: string; message?: string }
    if (!response.ok || !answer.result) {
      throw new Error(`localcloud refused to call ${name}: ${answer.code} ${answer.message}`)
    }
    return answer.result as Awaited<ReturnType<DevelopmentCall>>
  }
}
