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

/** Source files with all their mutants, each behind a switch that is off. */
export interface Instrumented {
  /** The instrumented text of each file, by its path below the repository. */
  readonly texts: ReadonlyMap<string, string>
  /** Their ids are unique over all the files. */
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

/** Puts every mutant of these files into their texts. @param files paths below the working directory */
export async function instrument(files: readonly string[]): Promise<Instrumented> {
  const sources = await Promise.all(
    files.map(async (name) => ({ name, content: await readFile(name, 'utf8'), mutate: true })),
  )
  const options = { plugins: [], ignorers: [], excludedMutations: NOT_MUTATED }
  const result = await new Instrumenter(logger).instrument(sources, options)
  // Those of the kinds above are listed too, with a reason, but are not in the text.
  const placed = result.mutants.filter(({ status }) => status !== 'Ignored')
  const mutants = placed.map(
    ({ id, fileName, mutatorName, location, replacement }): Mutant => ({
      id,
      file: fileName,
      kind: mutatorName,
      line: location.start.line + 1,
      replacement: replacement ?? '',
    }),
  )
  const texts = new Map<string, string>()
  for (const [at, { name, content }] of result.files.entries()) {
    const doubled = doubleConstants(name, sources[at]?.content ?? '', content)
    texts.set(name, doubled.content)
    mutants.push(...doubled.mutants)
  }
  return { texts, mutants }
}

const CONSTANT = /^((?:export )?const [A-Z][A-Z_0-9]* = )(\d[\d_]*)(?=;?$)/gm

/** Doubles each number that is a named constant, which Stryker does not touch: most of them limit what a thief can do. */
function doubleConstants(file: string, source: string, content: string) {
  const mutants: Mutant[] = []
  // Without any mutant of Stryker's the text lacks the functions that switch one.
  if (!content.includes('function stryMutAct_9fa48')) return { content, mutants }
  const text = content.replace(CONSTANT, (_, before: string, number: string) => {
    const line = source.slice(0, source.indexOf(before)).split('\n').length
    const id = `${file}:${line}`
    mutants.push({ id, file, kind: 'NumericConstant', line, replacement: `2 * ${number}` })
    return `${before}stryMutAct_9fa48(${JSON.stringify(id)}) ? 2 * ${number} : (stryCov_9fa48(${JSON.stringify(id)}), ${number})`
  })
  return { content: text, mutants }
}
