import { readFile } from 'node:fs/promises'
import { Instrumenter } from '@stryker-mutator/instrumenter'

/** One small change of a source file, put in by hand of a machine. */
export interface Mutant {
  readonly id: string
  /** Path below the repository. */
  readonly file: string
  /** Stryker's name of the kind of change, e.g. `ConditionalExpression`. */
  readonly kind: string
  /** Counted from one. */
  readonly line: number
  readonly replacement: string
}

/** A source file with all its mutants, each behind a switch that is off. */
export interface Instrumented {
  readonly content: string
  readonly mutants: readonly Mutant[]
}

/** Texts that only people read change no behaviour that a test should notice. */
const NOT_MUTATED = ['StringLiteral', 'Regex']

const silent = () => undefined
const logger = {
  isTraceEnabled: () => false,
  isDebugEnabled: () => false,
  isInfoEnabled: () => false,
  isWarnEnabled: () => false,
  isErrorEnabled: () => false,
  isFatalEnabled: () => false,
  trace: silent,
  debug: silent,
  info: silent,
  warn: silent,
  error: silent,
  fatal: silent,
}

/** Puts every mutant of one file into its text. @param file path below the working directory */
export async function instrument(file: string): Promise<Instrumented> {
  const source = { name: file, content: await readFile(file, 'utf8'), mutate: true }
  const options = { plugins: [], ignorers: [], excludedMutations: NOT_MUTATED }
  const { files, mutants } = await new Instrumenter(logger).instrument([source], options)
  return {
    content: files[0]?.content ?? '',
    mutants: mutants.map(({ id, mutatorName, location, replacement }) => ({
      id,
      file,
      kind: mutatorName,
      line: location.start.line + 1,
      replacement: replacement ?? '',
    })),
  }
}
