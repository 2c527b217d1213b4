import path from 'node:path'
import { findCircles } from './house/find-circles'
import { readImports } from './house/read-imports'
import { isDenied, matches, readTable, roomOf } from './house/room-table'

/** Here every room must stand in the table by its own name, so that none is forgotten. */
const TABLED = 'cloudfunctions/core'

/**
 * Looks for what the plan of the house forbids: an import that points up (the table of biome.json, which the linter reads too;
 * here by the file that is meant, however it is spelt), and circles of files and of rooms. Type imports count: two files that
 * need each other's types cannot be understood apart.
 *
 * @param repository folder with biome.json and package.json
 * @returns a line for each finding
 */
export function checkHouse(repository: string): string[] {
  const { targets, spell } = readImports(repository)
  const table = readTable(repository)
  const arrows = [...targets].flatMap(([from, files]) => [...files].map((to) => ({ from, to })))

  const up = arrows.filter(({ from, to }) => {
    if (isStarter(from, to)) return true
    const room = roomOf(table, from)
    return room !== undefined && !matches(room.includes, to) && isDenied(room, spell(from, to))
  })
  const untabled = [...targets.keys()]
    .map((file) => roomIn(TABLED, file))
    .filter(
      (room) => room !== undefined && !table.some(({ includes }) => includes === `${TABLED}/${room}/**`),
    )
  const rooms = foldersOf(targets.keys()).flatMap((floor) =>
    findCircles(roomArrows(floor, arrows))
      .filter((circle) => circle.some((room) => !targets.has(`${floor}/${room}`))) // others are circles of files
      .map((circle) => `circle of rooms in ${floor}: ${circle.join(', ')}`),
  )
  return [
    ...up.map(({ from, to }) => `up: ${from} imports ${to}`),
    ...[...new Set(untabled)].map((room) => `not in the table of biome.json: ${TABLED}/${room}`),
    ...findCircles(targets).map((circle) => `circle of files: ${circle.join(', ')}`),
    ...rooms,
  ]
}

/** What joins the parts of an app, outermost first. */
const JOINING = ['app.tsx', 'around-pages.ts', 'providers.tsx']

/** What starts a function, an app or a test joins the parts, so no part may import it. Commands may drive what tests do. */
function isStarter(from: string, to: string): boolean {
  const [ownFunction] = /^cloudfunctions\/(?!core\/)[^/]+\//.exec(to) ?? []
  if (ownFunction !== undefined) return !from.startsWith(ownFunction)
  const [, app] = /^(miniprogram\/[^/]+\/src\/)(?:app|around-pages|providers|services)\.tsx?$/.exec(to) ?? []
  if (app !== undefined) return !JOINING.some((file) => from === `${app}${file}`)
  return to.startsWith('tests/') && !from.startsWith('scripts/')
}

/** Every folder that holds source files, at any depth: what lies in it are rooms, and no two of them may need each other. */
function foldersOf(files: Iterable<string>): string[] {
  const folders = new Set<string>()
  for (const file of files) {
    for (let folder = path.posix.dirname(file); folder !== '.'; folder = path.posix.dirname(folder)) {
      folders.add(folder)
    }
  }
  return [...folders].sort()
}

function roomArrows(floor: string, arrows: readonly { from: string; to: string }[]) {
  const rooms = new Map<string, Set<string>>()
  for (const { from, to } of arrows) {
    const [room, other] = [roomIn(floor, from), roomIn(floor, to)]
    if (room === undefined || other === undefined || room === other) continue
    rooms.set(room, (rooms.get(room) ?? new Set()).add(other))
  }
  return rooms
}

/** @returns the folder directly on this floor, or the file that lies there itself; `undefined` elsewhere */
function roomIn(floor: string, file: string): string | undefined {
  return file.startsWith(`${floor}/`) ? file.slice(floor.length + 1).split('/')[0] : undefined
}

if (process.argv[1] === import.meta.filename) {
  const findings = checkHouse(path.resolve(import.meta.dirname, '..'))
  for (const finding of findings) console.error(finding)
  console.log(findings.length === 0 ? 'Every arrow points down.' : `${findings.length} to mend.`)
  process.exitCode = findings.length === 0 ? 0 : 1
}
