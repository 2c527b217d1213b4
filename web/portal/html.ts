/** HTML that was made here, in which everything that came from outside is escaped. */
export class Html {
  constructor(readonly text: string) {}
}

type Part = string | number | Html | readonly Html[] | undefined | false

/** Makes HTML of a template; what is filled in is escaped unless it was made here. */
export function html(texts: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return new Html(texts.map((text, at) => text + write(parts[at])).join(''))
}

/** For the output of a library that draws without any text from outside. */
export function trusted(markup: string): Html {
  return new Html(markup)
}

function write(part: Part): string {
  if (part === undefined || part === false) return ''
  if (part instanceof Html) return part.text
  if (typeof part === 'object') return part.map(({ text }) => text).join('')
  return String(part).replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
