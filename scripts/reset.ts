import { rmSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { resetDataFolder } from '@nansha/localcloud/reset-data-folder'
import { authorityFolder } from '#demo/authority/authority-keys'
import { DATA } from './project-folders'

/** `npm run reset`: empties the local cloud. */
const { values } = parseArgs({
  options: { data: { type: 'string', default: DATA } },
})
try {
  const removed = resetDataFolder(values.data)
  rmSync(authorityFolder(values.data), { recursive: true, force: true })
  console.log(
    removed.length > 0 ? `Removed ${removed.join(', ')} from ${values.data}.` : `${values.data} was empty.`,
  )
} catch (error) {
  console.error((error as Error).message)
  process.exit(1)
}
