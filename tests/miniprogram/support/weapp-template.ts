export interface Element {
  readonly tag: string
  /** Attribute → the short key of the node's data that fills it. */
  readonly attributes: ReadonlyMap<string, string>
  /** Events that reach the app: `tap`, `scancode`, … */
  readonly events: ReadonlySet<string>
}

/**
 * Reads the templates that Taro generated, so that a test sees what the platform would render: an attribute that the
 * template does not carry, or an event that it does not bind, is not there for the person either.
 *
 * @param wxml base.wxml of a build
 * @returns by the number that a node names (`nn`)
 */
export function parseTemplates(wxml: string): ReadonlyMap<string, Element> {
  const elements = new Map<string, Element>()
  for (const [, nn = '', tag = '', text = ''] of wxml.matchAll(
    /<template name="tmpl_0_(\w+)">\s*<([\w-]+)((?:\s+[\w-]+="[^"]*")*)/g,
  )) {
    // An input has one template in focus and one out of it; a node names neither.
    elements.set(nn.replace(/_blur$/, ''), { tag, ...parseAttributes(text) })
  }
  return elements
}

function parseAttributes(text: string): Pick<Element, 'attributes' | 'events'> {
  const attributes = new Map<string, string>()
  const events = new Set<string>()
  for (const [, name = '', value = ''] of text.matchAll(/([\w-]+)="([^"]*)"/g)) {
    const event = /^(?:bind|catch)(\w+)$/.exec(name)?.[1]
    const key = /i\.(\w+)/.exec(value)?.[1]
    if (event !== undefined) events.add(event)
    else if (key !== undefined) attributes.set(name, key)
  }
  return { attributes, events }
}
