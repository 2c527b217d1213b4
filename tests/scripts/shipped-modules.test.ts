import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { shippedModules } from '#scripts/shipped-modules'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'shipped-'))
})
afterEach(() => rm(folder, { recursive: true }))

/** Installs a package at a path below the folder; its package.json is its only file unless others are named. */
async function install(at: string, manifest: object = {}, files: Record<string, string> = {}): Promise<void> {
  for (const [name, text] of Object.entries({ 'package.json': JSON.stringify(manifest), ...files })) {
    const file = path.join(folder, 'node_modules', at, name)
    await mkdir(path.dirname(file), { recursive: true })
    await writeFile(file, text)
  }
}

const shipped = async (...names: string[]) => {
  const files = await shippedModules(names, folder)
  return files.map(({ file }) => path.relative(path.join(folder, 'node_modules'), file)).sort()
}

it('shippedModules ships what a dependency depends on, once, and from where it would be required', async () => {
  await install('image', { dependencies: { colour: '1', versions: '1' } })
  await install('colour', { dependencies: { versions: '2' } })
  await install('versions')
  await install('colour/node_modules/versions')
  await install('unrelated')
  expect(await shipped('image', 'colour')).toEqual([
    'colour/node_modules/versions/package.json',
    'colour/package.json',
    'image/package.json',
    'versions/package.json',
  ])
})

it('shippedModules ships optional binaries for the cloud and for no other machine', async () => {
  const optional = ['linux-x64', 'linux-arm64', 'linuxmusl-x64', 'darwin-x64', 'not-installed']
  await install('sharp', { optionalDependencies: Object.fromEntries(optional.map((name) => [name, '1'])) })
  await install('linux-x64', { os: ['linux'], cpu: ['x64'], libc: ['glibc'] })
  await install('linux-arm64', { os: ['linux'], cpu: ['arm64'], libc: ['glibc'] })
  await install('linuxmusl-x64', { os: ['linux'], cpu: ['x64'], libc: ['musl'] })
  await install('darwin-x64', { os: ['darwin'], cpu: ['x64'] })
  expect(await shipped('sharp')).toEqual(['linux-x64/package.json', 'sharp/package.json'])
})

it('shippedModules ships one platform of a package that brings all of them, and counts its bytes', async () => {
  const binary = (platform: string) => `bin/napi-v6/${platform}/binding.node`
  await install('onnx', {}, { [binary('linux/x64')]: '12345', [binary('win32/x64')]: '1', 'bin/readme': '' })
  expect(await shipped('onnx')).toEqual([
    `onnx/${binary('linux/x64')}`,
    'onnx/bin/readme',
    'onnx/package.json',
  ])
  const files = await shippedModules(['onnx'], folder)
  expect(files.find(({ file }) => file.endsWith('.node'))?.bytes).toBe(5)
})

it('shippedModules fails when something that is shipped is not installed', async () => {
  await expect(shipped('nowhere')).rejects.toThrow('nowhere is not installed')
})
