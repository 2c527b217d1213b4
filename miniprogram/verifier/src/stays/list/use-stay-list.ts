import { type Task, useTask } from '@nansha/kit/state/use-task'
import type { LookedList, StayListName } from '@nansha/shared/api/stays'
import type { StayPage, WaitingParties } from '@nansha/shared/api/stays-answers'
import { useEffect, useState } from 'react'
import { useStays } from '../use-stays'
import type { StayLine } from './StayRow'

interface Loaded {
  readonly lines: readonly StayLine[]
  /** Where the list goes on; absent at its end. */
  readonly next?: string | undefined
}

export interface StayList extends Pick<Task, 'isRunning' | 'failure'> {
  readonly name: LookedList
  readonly search: string
  /** What was loaded of the list so far; `undefined` until the first part is here. */
  readonly loaded: Loaded | undefined
  /** Leaves this list for another one. */
  choose(name: LookedList): void
  setSearch(search: string): void
  /** Loads the list from its beginning, by what is searched for. */
  load(): void
  loadMore(): void
}

/** One list of stays at a time, loaded part by part. */
export function useStayList(first: LookedList): StayList {
  const ask = useStays()
  const [name, setName] = useState(first)
  const [search, setSearch] = useState('')
  const [loaded, setLoaded] = useState<Loaded>()
  const { run, ...task } = useTask()

  async function loadWaiting(after?: string): Promise<Loaded> {
    const event = { action: 'waiting', ...(after !== undefined && { after }) } as const
    const { parties, next } = await ask<WaitingParties>(event)
    return { lines: parties.map(({ stay, guests }) => ({ stay, guests, isWaiting: true })), next }
  }

  async function loadStays(list: StayListName, after?: string): Promise<Loaded> {
    const wanted = search.trim()
    const page = await ask<StayPage>({
      action: 'list',
      list,
      ...(wanted !== '' && { search: wanted }),
      ...(after !== undefined && { after }),
    })
    return { lines: page.stays, next: page.next }
  }

  const load = (list: LookedList, after?: string) =>
    run(async () => {
      const page = list === 'waiting' ? await loadWaiting(after) : await loadStays(list, after)
      setLoaded((former) => (after ? { ...page, lines: [...(former?.lines ?? []), ...page.lines] } : page))
    })

  useEffect(() => load(name), [])

  return {
    ...task,
    name,
    search,
    loaded,
    choose(chosen) {
      setName(chosen)
      setLoaded(undefined)
      load(chosen)
    },
    setSearch,
    load: () => load(name),
    loadMore: () => load(name, loaded?.next),
  }
}
