/** The headers of a development identity: a citizen, or a person of the companion. */
export function identity(openId: string, appId = 'wxcitizen0000000001'): Record<string, string> {
  return { 'x-wx-appid': appId, 'x-wx-openid': openId }
}

/** Calls a function as a client and answers status and JSON. */
export async function callAsClient(url: string, name: string, event: unknown, headers = identity('someone')) {
  const response = await fetch(`${url}/functions/${name}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof event === 'string' ? event : JSON.stringify(event),
  })
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of many shapes
  return { status: response.status, body: (await response.json()) as any }
}
