import http from 'node:http'
import fs from 'node:fs'
import path from 'node:path'
import { launchBrowser } from './support/browser'
import { LOOKS, nameOf } from './screens/look'
import { withWalk } from './screens/walk'
import { STATE_WALKS } from './screens/walks'
import { waitUntilArrived } from './screens/find-faults'
const types: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.wasm': 'application/wasm' }
const s = http.createServer((q, r) => {
  let p = (q.url ?? '/').split('?')[0] as string
  const app = p.split('/')[1] as string
  p = p.slice(app.length + 1); if (p === '/' || p === '') p = '/index.html'
  fs.readFile(path.join('/work/wt/looks7/miniprogram', app, 'dist/h5', p), (e, d) => {
    if (e) { r.writeHead(404).end(); return }
    r.writeHead(200, { 'content-type': types[path.extname(p)] ?? 'application/octet-stream' }).end(d)
  })
}).listen(0, '127.0.0.1')
await new Promise((r) => s.once('listening', r))
const url = `http://127.0.0.1:${(s.address() as { port: number }).port}`
const browser = await launchBrowser({})
const held = { credential: JSON.stringify({ key: {} }) }
const [lookName, ...walks] = process.argv.slice(2)
const look = LOOKS.find((one) => nameOf(one) === lookName)!
fs.mkdirSync(`/tmp/quick/${lookName}`, { recursive: true })
for (const w of walks)
  await withWalk({ url, browser, held } as never, look, async (page, name) => {
    await waitUntilArrived(page)
    await page.screenshot({ path: `/tmp/quick/${lookName}/${name}.png` })
  }, STATE_WALKS[w]!).catch((e: Error) => console.error(w, e.message.slice(0, 200)))
await browser.close(); s.close()
