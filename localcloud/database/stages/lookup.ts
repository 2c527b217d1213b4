import { sameValue } from '../compare'
import { equalsAny } from '../conditions'
import type { Document, Value } from '../ejson'
import { compileExpression, type Expression } from '../expressions/compile-expression'
import { checkName } from '../expressions/iterations'
import { valuesAt } from '../path'
import { type Stage, withValueAt } from './stage'

/** Reads the documents of another collection. */
export type ReadCollection = (name: string) => readonly Document[]
/** Compiles the inner pipeline. */
export type CompilePipeline = (pipeline: readonly Document[], variables: readonly string[]) => Stage

/** `$lookup`: adds the documents of another collection that fit, as a list. */
export function compileLookup(
  spec: Document,
  variables: readonly string[],
  read: ReadCollection,
  compilePipeline: CompilePipeline,
): Stage {
  const join = 'pipeline' in spec ? byPipeline(spec, variables, read, compilePipeline) : byField(spec, read)
  const as = String(spec.as).split('.')
  return (documents, values) => documents.map((document) => withValueAt(document, as, join(document, values)))
}

type Join = (document: Document, variables: Readonly<Document>) => readonly Document[]

/** Equality as a query has it: null meets what is missing, and each element of an array counts on either side. */
function byField({ from, localField, foreignField }: Document, read: ReadCollection): Join {
  const steps = String(foreignField).split('.')
  let foreign: readonly Document[] | undefined
  return (document) => {
    foreign ??= read(String(from))
    const wanted = localValues(document, String(localField))
    const condition = equalsAny(wanted)
    return foreign.filter((one) => condition.at(one, steps))
  }
}

function localValues(document: Document, field: string): Value[] {
  const values = valuesAt(document, field).flatMap((value) => (Array.isArray(value) ? value : [value]))
  const present = values.map((value) => value ?? null)
  return present.filter((value, place) => present.findIndex((other) => sameValue(other, value)) === place)
}

function byPipeline(
  spec: Document,
  variables: readonly string[],
  read: ReadCollection,
  compilePipeline: CompilePipeline,
): Join {
  const named = Object.entries((spec.let ?? {}) as Document).map(([name, part]): [string, Expression] => [
    checkName(name),
    compileExpression(part, variables),
  ])
  const pipeline = compilePipeline(spec.pipeline as Document[], [
    ...variables,
    ...named.map(([name]) => name),
  ])
  let foreign: readonly Document[] | undefined
  return (root, values) => {
    foreign ??= read(String(spec.from))
    const bound: Document = { ...values }
    for (const [name, evaluate] of named) bound[name] = evaluate({ root, variables: values })
    return pipeline(foreign, bound)
  }
}
