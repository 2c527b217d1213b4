/** One call of a function on localcloud, and what it printed. */
export interface LoggedCall {
  readonly name: string
  readonly lines: readonly { readonly text: string }[]
  readonly error: string | null
}

/** What functions printed, as the inspector of a running localcloud shows it: the last 500 calls. */
export async function readCallLog(url: string): Promise<readonly LoggedCall[]> {
  const answer = (await (await fetch(`${url}/inspector/api/calls`)).json()) as { calls: LoggedCall[] }
  return answer.calls
}
