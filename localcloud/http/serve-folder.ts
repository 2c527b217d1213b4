import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { invalid, PlatformError } from '../platform-error'
import { navigable, type Route } from './route'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
}

/** Serves the files of a folder under a path that ends with `/`; a folder answers its index.html. */
export function serveFolder(folder: string, prefix: string): Route {
  return navigable(async (request, response, url) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') throw invalid('Files are read with GET.')
    const file = join(folder, ...safeParts(url.pathname.slice(prefix.length)))
    const found = await existing([file, join(file, 'index.html')])
    if (!found) throw new PlatformError('NOT_FOUND', `There is nothing here: ${url.pathname.slice(0, 200)}.`)
    response.writeHead(200, {
      'content-type': TYPES[extname(found.path)] ?? 'application/octet-stream',
      'content-length': found.size,
      'cache-control': 'no-cache',
    })
    if (request.method === 'HEAD') return void response.end()
    createReadStream(found.path)
      .on('error', () => response.destroy())
      .pipe(response)
  })
}

function safeParts(path: string): string[] {
  let decoded: string
  try {
    decoded = decodeURIComponent(path)
  } catch {
    throw invalid('The path is malformed.')
  }
  const parts = decoded.split('/').filter(Boolean)
  if (parts.some((part) => /^\.+$|[\\\0:]/.test(part))) throw invalid('The path is malformed.')
  return parts
}

async function existing(paths: readonly string[]): Promise<{ path: string; size: number } | undefined> {
  for (const path of paths) {
    const found = await stat(path).catch(() => undefined)
    if (found?.isFile()) return { path, size: found.size }
  }
  return undefined
}
