/** What a rule may look at. */
export interface RuleFacts {
  /** The caller, or null when nobody is signed in. */
  readonly auth: { readonly openid: string } | null
  /** The file or document concerned. */
  readonly resource: { readonly openid: string | null; readonly path: string }
}

export type Rule = (facts: RuleFacts) => boolean

const TERMS: readonly [RegExp, (match: RegExpExecArray) => Rule][] = [
  [/^true$/, () => () => true],
  [/^false$/, () => () => false],
  [
    /^auth != null$/,
    () =>
      ({ auth }) =>
        auth !== null,
  ],
  [/^auth\.openid == resource\.openid$|^resource\.openid == auth\.openid$/, () => ownedByCaller],
  [
    /^\/((?:[^/\\]|\\.)+)\/\.test\(resource\.path\)$/,
    ([, pattern = '']) => {
      const expression = new RegExp(pattern)
      return ({ resource }) => expression.test(resource.path)
    },
  ],
]

/**
 * Compiles a security rule of the platform: `true`, `false`, or comparisons joined by `&&`. Only what the project's
 * rules use is understood; anything else is refused by name rather than judged wrongly.
 *
 * @param where the file and field, for the message
 */
export function compileRule(source: boolean | string, where: string): Rule {
  const terms = String(source)
    .split(' && ')
    .map((text) => compileTerm(text.trim(), where))
  return (facts) => terms.every((term) => term(facts))
}

function compileTerm(text: string, where: string): Rule {
  for (const [pattern, make] of TERMS) {
    const match = pattern.exec(text)
    if (match) return make(match)
  }
  throw new Error(`${where}: localcloud does not understand the rule "${text}".`)
}

function ownedByCaller({ auth, resource }: RuleFacts): boolean {
  return auth !== null && auth.openid === resource.openid
}
