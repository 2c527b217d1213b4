import { MOST_ROOMS } from '@nansha/shared/api/stays'

/** As on a door; what the cloud takes. */
const ROOM = /^[0-9A-Z\u4E00-\u9FFF-]{1,12}$/

/**
 * Reads a list of rooms as a manager writes it: `101-120, A1, 总统`.
 *
 * @returns each room once in the order written, or `undefined` for what is no list of rooms
 */
export function parseRooms(text: string): string[] | undefined {
  const rooms = new Set<string>()
  for (const part of text.split(/[\s,，、;；]+/).filter(Boolean)) {
    const found = expand(part.toUpperCase().replace(/[–—－~～]/g, '-'))
    if (!found) return undefined
    for (const room of found) rooms.add(room)
    if (rooms.size > MOST_ROOMS) return undefined
  }
  return [...rooms]
}

/** `101-120` is all of those, with as many digits as the first; `A-1` is one room. */
function expand(part: string): string[] | undefined {
  if (!ROOM.test(part) || !/[0-9A-Z\u4E00-\u9FFF]/.test(part)) return undefined
  const [, from, to] = /^(\d+)-(\d+)$/.exec(part) ?? []
  if (from === undefined || to === undefined) return [part]
  const count = Number(to) - Number(from) + 1
  if (count < 1 || count > MOST_ROOMS) return undefined
  return Array.from({ length: count }, (_, n) => String(Number(from) + n).padStart(from.length, '0'))
}
