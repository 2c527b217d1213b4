/**
 * Runs `task` again and again, each time `periodMs` after the last one ended; a failure does not end it.
 *
 * @returns a function that ends it
 */
export function repeat(periodMs: number, task: () => Promise<void>): () => void {
  let isOver = false
  let timer = setTimeout(run, periodMs)
  async function run() {
    await task().catch(() => undefined)
    if (!isOver) timer = setTimeout(run, periodMs)
  }
  return () => {
    isOver = true
    clearTimeout(timer)
  }
}
