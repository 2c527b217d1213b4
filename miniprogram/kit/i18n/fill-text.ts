/** One sentence in every language of the apps; a dictionary is a plain object of these. */
export interface Text {
  readonly zh: string
  readonly en: string
}

/** Replaces each `{name}` by its value. @throws Error when a value is missing: a hole must never reach a screen. */
export function fillText(template: string, values: Readonly<Record<string, string | number>> = {}): string {
  return template.replace(/\{(\w+)\}/g, (_hole, name: string) => {
    const value = values[name]
    if (value === undefined) throw new Error(`No value for {${name}} in "${template}"`)
    return String(value)
  })
}
