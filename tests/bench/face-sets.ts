import { readdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** Labelled face images: who is on each, and which pairs of the same person count. */
export interface FaceSet {
  /** `aligned`: 112×112 crops on the five ArcFace points; `photos`: whole photos, to be detected and aligned. */
  readonly kind: 'aligned' | 'photos'
  readonly images: readonly { readonly file: string; readonly person: string }[]
  /** Indices of images of one person. */
  readonly genuine: readonly (readonly [number, number])[]
}

/**
 * Reads a folder of aligned crops and a file of lines `a⇥b⇥1|0`. Genuine pairs are those listed with 1. Who is on an
 * image says its folder or, without one, its name before the number (`Jane_Doe_0001.jpg`); a pair listed with 1 joins
 * two names. Where a pair listed with 0 contradicts the names (`face_0001.jpg`, `face_0002.jpg`), they say nothing.
 */
export async function alignedSet(folder: string, pairsFile: string): Promise<FaceSet> {
  const pairs = (await readFile(pairsFile, 'utf8')).split('\n').flatMap((line) => {
    const [a, b, same] = line.trim().split('\t')
    return a && b && same ? [{ a, b, same: same === '1' }] : []
  })
  const names = (await readdir(folder, { recursive: true })).filter(isImage).sort()
  const index = new Map(names.map((name, at) => [name, at]))
  const missing = pairs.flatMap(({ a, b }) => [a, b]).find((name) => !index.has(name))
  if (missing) throw new Error(`The pairs file names an image that is not there: ${missing}`)
  const areNamed = pairs.every(({ a, b, same }) => same || personOf(a) !== personOf(b))
  const person = new Map(names.map((name) => [name, areNamed ? personOf(name) : name]))
  for (const { a, b, same } of pairs) {
    if (same && person.get(a) !== person.get(b))
      mergePeople(person, person.get(a) as string, person.get(b) as string)
  }
  return {
    kind: 'aligned',
    images: names.map((name) => ({ file: join(folder, name), person: person.get(name) as string })),
    genuine: pairs
      .filter(({ same }) => same)
      .map(({ a, b }) => [index.get(a) as number, index.get(b) as number]),
  }
}

/** Reads a folder of folders, one a person; every pair within a folder is genuine. */
export async function photoSet(folder: string): Promise<FaceSet> {
  const images: { file: string; person: string }[] = []
  for (const person of (await readdir(folder)).sort()) {
    for (const name of (await readdir(join(folder, person))).filter(isImage).sort()) {
      images.push({ file: join(folder, person, name), person })
    }
  }
  const genuine = images.flatMap(({ person }, i) =>
    images.flatMap((other, j) => (j > i && other.person === person ? [[i, j] as const] : [])),
  )
  return { kind: 'photos', images, genuine }
}

function personOf(name: string): string {
  return dirname(name) === '.' ? name.replace(/_\d+\.\w+$/, '') : dirname(name)
}

const isImage = (name: string) => /\.(jpe?g|png|webp)$/i.test(name)

function mergePeople(person: Map<string, string>, from: string, to: string): void {
  for (const [name, who] of person) if (who === from) person.set(name, to)
}
