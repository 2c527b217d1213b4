import path from 'node:path'
import { parseArgs } from 'node:util'
import { certifyLocally, registerLocally } from './local-website'
import { DATA } from './project-folders'

const USAGE = `npm run sandbox -- --domain shop.localhost [options]

Certifies a website and registers it on the cloud that npm start runs on this machine.
  --domain NAME       under localhost, so that the cloud reaches it by plain HTTP
  --zh 名称 --en NAME  what citizens read
  --claims a,b        what it may ask for: name,id_number unless told otherwise; address.formatted is one path
  --unlock RULE       pin-or-biometric unless told otherwise; fresh-face, fresh-face-or-fresh-pin
  --url URL           the cloud, http://127.0.0.1:5170 unless told otherwise`

/** `npm run sandbox`: what a website needs to try the kit with (relying-party/README.md). */
async function run(): Promise<void> {
  const { values } = parseArgs({
    options: {
      domain: { type: 'string' },
      zh: { type: 'string', default: '试用网站' },
      en: { type: 'string', default: 'Website on trial' },
      claims: { type: 'string', default: 'name,id_number' },
      unlock: { type: 'string', default: 'pin-or-biometric' },
      url: { type: 'string', default: 'http://127.0.0.1:5170' },
      help: { type: 'boolean', default: false },
    },
  })
  const { domain, zh, en, unlock, url } = values
  if (values.help || !domain) return console.log(USAGE)
  if (!/^[a-z0-9-]+\.localhost$/.test(domain))
    throw new Error('--domain takes a name under localhost, such as shop.localhost.')
  if (unlock !== 'pin-or-biometric' && unlock !== 'fresh-face' && unlock !== 'fresh-face-or-fresh-pin')
    throw new Error('--unlock takes pin-or-biometric, fresh-face or fresh-face-or-fresh-pin.')
  const file = path.join(DATA, 'websites', `${domain}.json`)
  const { certificate } = await certifyLocally(file, domain, zh)
  const purpose = {
    id: 'sandbox',
    title: { zh: '试用', en: 'A trial' },
    claims: [...values.claims.split(','), 'pairwise_id'].map((claim) => claim.split('.')),
    legalBasis: { zh: '试用', en: 'A trial' },
    retention: { zh: '不保存', en: 'Not kept' },
    unlock,
    transactions: [],
  } as const
  const clientId = await registerLocally(
    {
      organisation: { zh, en },
      domains: [domain],
      certificate,
      contact: 'sandbox@localhost',
      purposes: [purpose],
    },
    url,
  )
  console.log(
    `${domain} may ask for ${values.claims} or a pseudonym, with the purpose "sandbox", as ${clientId}`,
  )
  console.log(`Key and certificate: ${path.relative(process.cwd(), file)}`)
  console.log(`What the kit needs besides: outfit(…) of scripts/local-website.ts with ${url}`)
}

run().catch((error: Error) => {
  console.error(
    error.message === 'fetch failed' ? 'No cloud answers there: run npm start first.' : error.message,
  )
  process.exitCode = 1
})
