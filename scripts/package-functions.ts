import { cp, mkdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { buildFunctions, FUNCTIONS_OUTPUT, functionNames, readManifest } from './build-functions'
import { REPOSITORY } from './project-folders'
import { shippedModules } from './shipped-modules'

const PACKAGES_OUTPUT = path.join(REPOSITORY, 'dist/package')

/**
 * Puts a built function and the packages that it ships into one folder, which needs nothing from outside: what is
 * uploaded, in the versions of the lockfile, so that nothing is installed in the cloud.
 *
 * @param output the folder; what is there is replaced
 * @throws Error on any machine but Linux on x64, because npm installs native packages for the machine it runs on
 */
export async function packageFunction(name: string, output: string): Promise<void> {
  const { dependencies } = await readManifest(name)
  const shipped = Object.keys(dependencies)
  if (shipped.length > 0 && `${process.platform} ${process.arch}` !== 'linux x64') {
    throw new Error(`${name} ships native packages: package it on Linux x64, where the cloud runs.`)
  }
  await rm(output, { recursive: true, force: true })
  await cp(path.join(FUNCTIONS_OUTPUT, name), output, { recursive: true })
  for (const { file } of await shippedModules(shipped, REPOSITORY)) {
    const target = path.join(output, path.relative(REPOSITORY, file))
    await mkdir(path.dirname(target), { recursive: true })
    await cp(file, target)
  }
}

if (process.argv[1] === import.meta.filename) {
  await buildFunctions({ printSizes: true })
  for (const name of await functionNames()) await packageFunction(name, path.join(PACKAGES_OUTPUT, name))
  console.log(`packaged in ${path.relative('.', PACKAGES_OUTPUT)}`)
}
