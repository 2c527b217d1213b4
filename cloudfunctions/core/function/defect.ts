/**
 * What a caller may learn of a defect. The platform sends the error of a function to whoever called it, with its stack;
 * this one has none, and names nothing.
 */
export class Defect extends Error {
  constructor() {
    super('The function failed; its log says where.')
    this.name = 'Defect'
    this.stack = `${this.name}: ${this.message}`
  }
}

/** Errors whose messages are about code. Others may quote what they were given: a name, a number. */
const ABOUT_CODE = new Set(['TypeError', 'ReferenceError', 'RangeError'])

/** Writes where an error came from to the function's log, never what it was about, and answers what to throw instead. */
export function hideDefect(error: unknown): Defect {
  console.error(describeDefect(error))
  return new Defect()
}

/** The kind of an error and the places that it passed, with those of its causes. */
export function describeDefect(error: unknown): string {
  if (!(error instanceof Error)) return `A ${typeof error} was thrown.`
  const told = ABOUT_CODE.has(error.name) ? `: ${error.message}` : ''
  const places = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  const cause = error.cause === undefined ? [] : [`caused by ${describeDefect(error.cause)}`]
  return [error.name + told, ...places, ...cause].join('\n')
}
