import type { RegularExpression } from './ejson'
import { invalidOperator } from './invalid-operator'

/**
 * Compiles a regular expression so that it means here what it means to MongoDB, which uses PCRE with UTF-8. What the two
 * dialects write alike but read differently is rewritten; what JavaScript does not have is refused.
 *
 * | | PCRE | JavaScript |
 * |---|---|---|
 * | `.` | all but `\n` | all but `\n`, `\r`, U+2028, U+2029 |
 * | `$` | the end, also before a last `\n` | the very end |
 * | `^ $` with m | at `\n` | at `\n`, `\r`, U+2028, U+2029 |
 * | `\s` | six ASCII characters | all of Unicode's blanks |
 * | `\` before a sign | that sign | an error with the flag u |
 *
 * @throws PlatformError DATABASE_INVALID_OPERRATOR
 */
export function compileRegularExpression({ pattern, options }: RegularExpression): RegExp {
  if (!/^[ims]*$/.test(options))
    throw invalidOperator(`A regular expression has an option other than i, m, s: ${options}.`)
  const multiline = options.includes('m')
  const source = translate(pattern, multiline, options.includes('s'))
  try {
    return new RegExp(source, options.includes('i') ? 'iu' : 'u')
  } catch {
    throw invalidOperator(
      'A regular expression does not compile, or has what localcloud does not understand.',
    )
  }
}

const BLANKS = '\\t-\\r '
const PART = /\\[pP](?:\{[^}]*\}|[A-Z])|\\[\s\S]|\[\^?\]?|[\s\S]/gu
/** Names of categories, which both dialects write alike; any other name is that of a script. */
const CATEGORY = /^([CLMNPSZ]|C[cfnos]|L[lmotu]|M[cen]|N[dlo]|P[cdefios]|S[ckmo]|Z[lps])$/

function translate(pattern: string, multiline: boolean, dotAll: boolean): string {
  let inClass = false
  return pattern.replace(PART, (part) => {
    if (part.startsWith('\\')) return translateEscape(part, inClass)
    if (inClass) {
      if (part === ']') inClass = false
      // A second bracket is an ordinary sign to PCRE; to JavaScript it must be escaped here and there.
      return part.startsWith('[') ? refuseNested(part) : part
    }
    if (part.startsWith('[')) {
      inClass = true
      return part.endsWith(']') ? `${part.slice(0, -1)}\\]` : part
    }
    if (part === '.') return dotAll ? '[\\s\\S]' : '[^\\n]'
    if (part === '^') return multiline ? '(?<![^\\n])(?=[\\s\\S]|(?<![\\s\\S]))' : part
    if (part === '$') return multiline ? '(?![^\\n])' : '(?=\\n?(?![\\s\\S]))'
    return part
  })
}

function translateEscape(part: string, inClass: boolean): string {
  if (/^\\[pP]./u.test(part)) return translateProperty(part)
  if (part === '\\s') return inClass ? BLANKS : `[${BLANKS}]`
  if (part === '\\S') {
    if (inClass) throw invalidOperator('localcloud does not understand \\S inside brackets.')
    return `[^${BLANKS}]`
  }
  if (part === '\\u') throw invalidOperator('PCRE has no \\u: write the character itself, or \\x{…}.')
  if (/\\[A-Za-z0-9]/.test(part)) return part
  // The flag u allows only the signs of its own syntax to be escaped, and - inside brackets.
  if (/\\[\^$\\.*+?()[\]{}|/]/.test(part) || (inClass && part === '\\-')) return part
  return part.slice(1)
}

/** `\pL`, `\p{Lu}`, `\p{^Han}`: JavaScript wants braces, `Script=` before scripts, and `\P` for what is not. */
function translateProperty(part: string): string {
  const [, sign, negation, name = ''] = /^\\([pP])\{?(\^?)([^}]*)\}?$/u.exec(part) ?? []
  const negative = (sign === 'P') !== (negation === '^')
  return `\\${negative ? 'P' : 'p'}{${CATEGORY.test(name) ? name : `Script=${name}`}}`
}

function refuseNested(part: string): string {
  throw invalidOperator(`localcloud does not understand ${part} inside brackets: write \\[.`)
}
