import type { Element } from './weapp-template'

type Options = Record<string, unknown>
type Method = (this: unknown, argument: unknown) => void

/** A node as Taro's template sees it: `nn` its template, `v` text, `cn` children, `sid` its identity for events. */
interface Node {
  readonly nn: string
  readonly sid?: string
  readonly v?: string
  readonly cn?: readonly Node[]
  readonly [property: string]: unknown
}

/** An element as the platform would render it. */
export interface Shown {
  /** `undefined` for a text and for the root. */
  readonly tag: string | undefined
  /** Events that reach the app. */
  readonly events: ReadonlySet<string>
  /** What a text says. */
  readonly text: string
  /** Those around it, from the root to its parent. */
  readonly around: readonly Shown[]
  readonly children: readonly Shown[]
  /** @param name as in the template, such as `aria-label` */
  attribute(name: string): unknown
}

/** One page on the stack: keeps the data that `setData` builds, and fires taps and inputs into it. */
export class WeappPage {
  readonly instance: Options & { data: Options }
  private readonly nodes = new WeakMap<Shown, Node>()

  constructor(
    readonly route: string,
    options: Options,
    private readonly query: Record<string, string>,
    private readonly templates: ReadonlyMap<string, Element>,
  ) {
    this.instance = {
      ...options,
      data: structuredClone(options.data as Options),
      route,
      options: query,
      setData: (patch: Options, done?: () => void) => {
        for (const [key, value] of Object.entries(patch)) assign(this.instance.data, key, value)
        done?.()
      },
    }
  }

  /** Opens the page, and waits until its first content was handed to the platform. @param arrive waits for its packages */
  async show(arrive: () => Promise<void>): Promise<void> {
    this.call('onLoad', this.query)
    this.call('onReady', undefined)
    this.call('onShow', undefined)
    const { root } = this.instance.data as { root: Node }
    while ((root.cn ?? []).length === 0) await turn()
    await arrive()
    await turn()
  }

  /** The app goes to the background and comes back. */
  async leaveAndReturn(): Promise<void> {
    await this.hide()
    await this.showAgain()
  }

  /** Another page is opened above it. */
  async hide(): Promise<void> {
    this.call('onHide', undefined)
    await turn()
  }

  /** The page above it was closed. */
  async showAgain(): Promise<void> {
    this.call('onShow', undefined)
    await turn()
  }

  async close(): Promise<void> {
    this.call('onUnload', undefined)
    await turn()
  }

  /** Everything the page says, in order, a line per text. */
  text(): string {
    return this.trails()
      .map((trail) => last(trail).v)
      .filter((text) => text !== undefined && text !== '')
      .join('\n')
  }

  /** What elements with this tag carry in an attribute, e.g. every `aria-role` of a `view`. */
  attributes(tag: string, name: string): unknown[] {
    return this.trails()
      .map(last)
      .filter((node) => this.element(node)?.tag === tag)
      .map((node) => node[this.element(node)?.attributes.get(name) ?? ''])
      .filter((value) => value !== undefined)
  }

  /** Taps where `label` is written; the tap bubbles. @throws Error when the page does not say it, or nothing listens. */
  async tap(label: string): Promise<void> {
    const trail = this.trails().find((nodes) => last(nodes).v === label)
    if (trail === undefined) throw new Error(`No text "${label}"; the page says:\n${this.text()}`)
    const listening = trail.filter((node) => this.element(node)?.events.has('tap')).reverse()
    if (listening.length === 0) throw new Error(`Nothing listens to a tap on "${label}"`)
    for (const node of listening) this.fire('tap', node, {})
    await turn()
  }

  /** Everything on the page, depth first. */
  elements(): Shown[] {
    const found: Shown[] = []
    const show = (node: Node, around: readonly Shown[]): Shown => {
      const element = this.element(node)
      const children: Shown[] = []
      const shown: Shown = {
        tag: element?.tag,
        events: element?.events ?? new Set(),
        text: node.v ?? '',
        around,
        children,
        attribute: (name) => node[element?.attributes.get(name) ?? ''],
      }
      this.nodes.set(shown, node)
      found.push(shown)
      for (const child of [...(node.cn ?? [])]) children.push(show(child, [...around, shown]))
      return shown
    }
    show(this.instance.data.root as Node, [])
    return found
  }

  /** Fires an event into an element of `elements`; a tap bubbles. */
  async dispatch(event: string, shown: Shown, detail: object = {}): Promise<void> {
    const bubbling = event === 'tap' ? [...shown.around].reverse() : []
    for (const one of [shown, ...bubbling]) {
      const node = this.nodes.get(one)
      if (node && one.events.has(event)) this.fire(event, node, detail)
    }
    await turn()
  }

  /** Fires a platform event into an element that is there and binds it: `('scancode', 'camera', { result })`. */
  async emit(event: string, tag: string, detail: object, index = 0): Promise<void> {
    const nodes = this.trails().map(last)
    const node = nodes.filter((candidate) => this.element(candidate)?.tag === tag)[index]
    if (node === undefined) throw new Error(`No <${tag}>; the page says:\n${this.text()}`)
    if (!this.element(node)?.events.has(event)) throw new Error(`<${tag}> does not bind ${event}`)
    this.fire(event, node, detail)
    await turn()
  }

  private fire(type: string, node: Node, detail: object): void {
    const target = { id: node.sid, dataset: { sid: node.sid } }
    this.call('eh', { type, detail, target, currentTarget: target, timeStamp: 0 })
  }

  /** An input that is told whether it has the focus has a template of its own. */
  private element({ nn, focus }: Node): Element | undefined {
    return this.templates.get(focus === undefined ? nn : `${nn}_focus`)
  }

  /** The way from the root to every node, depth first. */
  private trails(): Node[][] {
    const walk = (node: Node, way: readonly Node[]): Node[][] => {
      const trail = [...way, node]
      // Spread into an array of our own: those of the page lack what the runtime took away.
      return [trail, ...[...(node.cn ?? [])].flatMap((child) => walk(child, trail))]
    }
    return walk(this.instance.data.root as Node, [])
  }

  private call(name: string, argument: unknown): void {
    ;(this.instance[name] as Method | undefined)?.call(this.instance, argument)
  }
}

/**
 * React renders and Taro hands over what changed in a chain of a few timers. A longer chain of our own ends after it, however
 * slow the machine is; one long timer might not.
 */
async function turn(): Promise<void> {
  for (let link = 0; link < 20; link++) await new Promise((resolve) => setTimeout(resolve, 0))
}

const last = (trail: readonly Node[]) => trail[trail.length - 1] as Node

/** `setData` with a path: `root.cn.[0].v`. */
function assign(data: Options, key: string, value: unknown): void {
  const steps = key.replace(/\[(\d+)\]/g, '$1').split('.')
  const final = steps.pop() as string
  let place: Options = data
  for (const step of steps) place = place[step] as Options
  place[final] = value
}
