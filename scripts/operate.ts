import path from 'node:path'
import { carryOut } from './operate/carry-out'
import { freezeForCaller } from './operate/freeze-for-caller'
import { reach } from './operate/reach'
import { readCommand, USAGE } from './operate/read-command'
import { readLine } from './operate/read-line'
import { createAskAsOperator } from './operate/sign-and-call'
import { readPrivateKey } from './private-key'
import { DATA } from './project-folders'

/** `npm run operate`: organisations, licences and their first managers, by an operator's own key (docs/operations.md). */
async function operate(): Promise<void> {
  const argv = process.argv.slice(2)
  if (argv.length === 0 || argv.includes('--help')) return console.log(USAGE)
  const command = readCommand(argv)
  const key = await readPrivateKey(command.keyFile ?? path.join(DATA, 'operator.json'))
  const ask = createAskAsOperator(await reach(command.target), key, Date.now)
  const lines = command.event
    ? await carryOut(ask, command.event)
    : await freezeForCaller(ask, command.reference ?? '', readLine)
  for (const line of lines) console.log(line)
}

operate().catch((error: Error) => {
  console.error(error.message)
  process.exitCode = 1
})
