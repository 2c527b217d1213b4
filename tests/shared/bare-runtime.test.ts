import { createContext, runInContext } from 'node:vm'
import { formatVerifierKey } from '@nansha/shared/log/verifier-key'
import { freshMemory } from '@nansha/shared/trust/verify-bundle'
import { build } from 'esbuild'
import { beforeAll, expect, it } from 'vitest'
import { NOW } from '../support/clock'

import { logSigner } from '../support/log'
import { createOfflineWorld } from '../support/offline-world'
import { ANCHOR } from '../support/trust'

// What a phone and a companion run of shared/, in a JavaScript that has nothing but the language.
const ENTRY = `
  export { createHolderKey } from '@nansha/shared/keys/create-holder-key'
  export { createTicket } from '@nansha/shared/ticket/create-ticket'
  export { createWalletRequest } from '@nansha/shared/wallet-request/create-wallet-request'
  export { presentPass } from '@nansha/shared/pass/present-pass'
  export { verifyPass } from '@nansha/shared/pass/verify-pass'
  export { verifyBundle } from '@nansha/shared/trust/verify-bundle'
  export { verifyDeskCode } from '@nansha/shared/desk-code/verify-desk-code'
  export { verifyVerdict } from '@nansha/shared/verdict/verify-verdict'
  export { verifyCheckpoint } from '@nansha/shared/log/checkpoint'
  export { logOf } from '@nansha/shared/log/issuer-log'
  export { hashLeaf } from '@nansha/shared/log/hashes'
  export { verifyWithNoble } from '@nansha/shared/jws/verify-with-noble'
`
let code = ''
beforeAll(async () => {
  const { outputFiles } = await build({
    stdin: { contents: ENTRY, resolveDir: import.meta.dirname },
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'shared',
    target: 'es2020',
  })
  code = outputFiles[0]?.text ?? ''
})

it('the protocol in a bare runtime makes a ticket and verifies a pass without TextEncoder, Buffer, crypto, URL or timers', async () => {
  const world = await createOfflineWorld()
  const data = JSON.stringify({
    download: await world.download(),
    frames: await world.frames(),
    memory: freshMemory(ANCHOR.roots),
    NOW,
    note: logSigner.signCheckpoint({ size: 7, root: new Uint8Array(32) }, NOW),
    logKeys: logSigner.keys.map(formatVerifierKey),
  })
  // `URL` is absent in the mini-program too.
  const context = createContext({ data })
  const run = `${code};(async () => {
    const { download, frames, memory, NOW, note, logKeys } = JSON.parse(data)
    const log = shared.logOf({ iss: 'https://id.example/trust', logKeys })
    const present = ['TextEncoder', 'Buffer', 'crypto', 'URL', 'setTimeout', 'fetch'].filter((name) => name in globalThis)
    const key = shared.createHolderKey(new Uint8Array(48).fill(5))
    const ticket = shared.createTicket({ key, issuerId: 1, scenario: 'hotel', handle: 'A'.repeat(22), issuedAt: NOW })
    const bundle = await shared.verifyBundle(download, memory, NOW, shared.verifyWithNoble)
    const { verdict, claims } = await shared.verifyPass(frames, 'gate', bundle, NOW, false, shared.verifyWithNoble)
    const checkpoint = shared.verifyCheckpoint(note, log)
    const leaf = shared.hashLeaf(new Uint8Array(0)).length
    return JSON.stringify({ present, ticket: ticket.length, verdict, name: claims.name, size: checkpoint.size, leaf })
  })()`
  const result = JSON.parse((await runInContext(run, context)) as string)
  expect(result).toEqual({ present: [], ticket: 139, verdict: 'accept', name: '李明', size: 7, leaf: 32 })
})
