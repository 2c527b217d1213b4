import path from 'node:path'
import { parseArgs } from 'node:util'
import { resetDataFolder } from '@nansha/localcloud/reset-data-folder'

/** `npm run reset`: empties the local cloud. */
const { values } = parseArgs({
  options: { data: { type: 'string', default: path.resolve(import.meta.dirname, '../.data') } },
})
try {
  const removed = resetDataFolder(values.data)
  console.log(
    removed.length > 0 ? `Removed ${removed.join(', ')} from ${values.data}.` : `${values.data} was empty.`,
  )
} catch (error) {
  console.error((error as Error).message)
  process.exit(1)
}
