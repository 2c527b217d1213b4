import { createInterface } from 'node:readline/promises'

/** Asks who sits at the terminal for a line; nothing of it goes into the shell's history. */
export async function readLine(question: string): Promise<string> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr })
  try {
    return (await terminal.question(question)).trim()
  } finally {
    terminal.close()
  }
}
