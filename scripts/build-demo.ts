import { copyFile, mkdir } from 'node:fs/promises'
import path from 'node:path'
import { build } from 'esbuild'
import { REPOSITORY } from './project-folders'

const source = path.join(REPOSITORY, 'demo/page')

/** Where the built demo page lies. */
export const DEMO_OUTPUT = path.join(REPOSITORY, 'dist/demo')

/** Bundles the demo page into `dist/demo`. */
export async function buildDemo(): Promise<void> {
  await mkdir(DEMO_OUTPUT, { recursive: true })
  await build({
    entryPoints: [path.join(source, 'main.tsx'), path.join(source, 'main.css')],
    outdir: DEMO_OUTPUT,
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
  })
  await copyFile(path.join(source, 'index.html'), path.join(DEMO_OUTPUT, 'index.html'))
}
