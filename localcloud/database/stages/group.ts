import type { Document, Value } from '../ejson'
import { type Accumulate, accumulators } from '../expressions/accumulators'
import { compileExpression, type Expression, type Scope } from '../expressions/compile-expression'
import { invalidOperator, unknownOperator } from '../invalid-operator'
import { orderKey } from '../order-key'
import { isDocument } from '../path'
import type { Stage } from './stage'

/** Makes the fields of a group from its documents. */
export type Output = (members: readonly Scope[]) => Document

/** `$group`: one document for each different `_id`, in the order in which they first come. */
export function compileGroup({ _id: id, ...fields }: Document, variables: readonly string[]): Stage {
  const [identify, output] = [compileExpression(id, variables), compileOutput(fields, variables)]
  return (documents, values) => {
    const groups = new Map<string, { _id: Value; members: Scope[] }>()
    for (const root of documents) {
      const scope = { root, variables: values }
      const _id = identify(scope) ?? null
      const key = orderKey(_id)
      const group = groups.get(key) ?? { _id, members: [] }
      group.members.push(scope)
      groups.set(key, group)
    }
    return [...groups.values()].map(({ _id, members }) => ({ _id, ...output(members) }))
  }
}

/** Compiles `{ field: { $accumulator: expression } }`. @throws PlatformError DATABASE_INVALID_OPERRATOR */
export function compileOutput(fields: Document, variables: readonly string[]): Output {
  const compiled = Object.entries(fields).map(([field, spec]) => {
    if (field.includes('.') || field.startsWith('$'))
      throw invalidOperator(`A field of a group may not be called ${field.slice(0, 100)}.`)
    const [accumulate, evaluate] = compileAccumulator(field, spec, variables)
    return [field, accumulate, evaluate] as const
  })
  return (members) => {
    const made: Document = {}
    for (const [field, accumulate, evaluate] of compiled) made[field] = accumulate(members.map(evaluate))
    return made
  }
}

function compileAccumulator(
  field: string,
  spec: Value,
  variables: readonly string[],
): [Accumulate, Expression] {
  const [name = '', ...others] = isDocument(spec) ? Object.keys(spec) : []
  if (!isDocument(spec) || others.length > 0)
    throw invalidOperator(`The field ${field.slice(0, 100)} of a group needs one accumulator.`)
  const accumulate = Object.hasOwn(accumulators, name) ? accumulators[name] : undefined
  if (!accumulate) throw unknownOperator('accumulator', name)
  const operand = spec[name]
  if (Array.isArray(operand)) throw invalidOperator(`The accumulator ${name} takes one operand.`)
  return [accumulate, compileExpression(operand, variables)]
}
