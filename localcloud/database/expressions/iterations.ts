import type { Document, Value } from '../ejson'
import { invalidOperator } from '../invalid-operator'
import { isDocument } from '../path'
import { type Build, isNil, isTrue, list, parameters, present, type Scope } from './expression'

/** Operators that give names to values: `$$name` inside them. */
export const iterations: Readonly<Record<string, Build>> = {
  $let: (operand, compile, name) => {
    const { vars, in: inside } = parameters(operand, name, ['vars', 'in'], [])
    if (!isDocument(vars)) throw invalidOperator('$let needs a document of variables.')
    const named = Object.entries(vars).map(
      ([variable, part]) => [checkName(variable), compile(part)] as const,
    )
    const evaluate = compile(inside, Object.keys(vars))
    return (scope) => {
      const bound: Document = {}
      for (const [variable, value] of named) bound[variable] = value(scope)
      return evaluate(withVariables(scope, bound))
    }
  },
  $map: (operand, compile, name) => {
    const { input, as = 'this', in: inside } = parameters(operand, name, ['input', 'in'], ['as'])
    const variable = checkName(as)
    const [read, evaluate] = [compile(input), compile(inside, [variable])]
    return (scope) => {
      const items = read(scope)
      if (isNil(items)) return null
      return list(items, name).map((item) => present(evaluate(withVariables(scope, { [variable]: item }))))
    }
  },
  $filter: (operand, compile, name) => {
    const { input, as = 'this', cond } = parameters(operand, name, ['input', 'cond'], ['as'])
    const variable = checkName(as)
    const [read, keeps] = [compile(input), compile(cond, [variable])]
    return (scope) => {
      const items = read(scope)
      if (isNil(items)) return null
      return list(items, name).filter((item) => isTrue(keeps(withVariables(scope, { [variable]: item }))))
    }
  },
  $reduce: (operand, compile, name) => {
    const named = parameters(operand, name, ['input', 'initialValue', 'in'], [])
    const [read, start, step] = [
      compile(named.input),
      compile(named.initialValue),
      compile(named.in, ['value', 'this']),
    ]
    return (scope) => {
      const items = read(scope)
      if (isNil(items)) return null
      return list(items, name).reduce<Value>(
        (value, item) => step(withVariables(scope, { value, this: item })),
        start(scope),
      )
    }
  },
}

function withVariables(scope: Scope, more: Document): Scope {
  return { root: scope.root, variables: { ...scope.variables, ...more } }
}

/** Names of variables begin with a small letter or one beyond ASCII; what begins with a capital is MongoDB's. */
export function checkName(name: Value): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the rule is about everything beyond ASCII
  if (typeof name === 'string' && /^(?:[a-z]|[^\u0000-\u007f])(?:\w|[^\u0000-\u007f])*$/.test(name))
    return name
  throw invalidOperator(`A variable may not be called ${String(name).slice(0, 50)}.`)
}
