import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { alignedSet, photoSet } from './face-sets'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'faces-'))
})
afterEach(() => rm(folder, { recursive: true }))

async function store(...names: string[]): Promise<void> {
  for (const name of names) {
    await mkdir(dirname(join(folder, 'images', name)), { recursive: true })
    await writeFile(join(folder, 'images', name), '')
  }
}

/** @param pairs lines of two names and a label, separated by spaces here */
async function read(...pairs: string[]) {
  const file = join(folder, 'pairs.tsv')
  await writeFile(file, pairs.map((pair) => `${pair.replaceAll(' ', '\t')}\r\n`).join(''))
  const { images, genuine } = await alignedSet(join(folder, 'images'), file)
  return { people: images.map(({ person }) => person), genuine }
}

it('a set of faces knows people by the names of their images, and joins two names that a pair says are one', async () => {
  await store('Ann_Lee_0001.jpg', 'Ann_Lee_0002.jpg', 'Anne_Lee_0001.png', 'Bo_0001.jpg', 'notes.txt')
  const pairs = ['Ann_Lee_0001.jpg Anne_Lee_0001.png 1', 'Ann_Lee_0001.jpg Bo_0001.jpg 0']
  const { people, genuine } = await read(...pairs)
  expect(people).toEqual(['Anne_Lee', 'Anne_Lee', 'Anne_Lee', 'Bo'])
  expect(genuine).toEqual([[0, 2]])
})

it('a set of faces knows people by folders', async () => {
  await store('a/1.jpg', 'a/2.jpg', 'b/1.jpg')
  expect((await read('a/1.jpg a/2.jpg 1', 'a/1.jpg b/1.jpg 0')).people).toEqual(['a', 'a', 'b'])
})

it('a set of faces believes its pairs where they contradict the names', async () => {
  await store('face_1.jpg', 'face_2.jpg', 'face_3.jpg')
  const { people } = await read('face_1.jpg face_2.jpg 0', 'face_2.jpg face_3.jpg 1')
  expect(people).toEqual(['face_1.jpg', 'face_3.jpg', 'face_3.jpg'])
})

it('a set of faces says which image is missing', async () => {
  await store('a_1.jpg')
  await expect(read('a_1.jpg gone_1.jpg 1')).rejects.toThrow('gone_1.jpg')
})

it('a set of faces takes every pair within a person’s folder of photos', async () => {
  await store('a/1.jpg', 'a/2.jpg', 'a/3.jpg', 'b/1.jpg')
  expect((await photoSet(join(folder, 'images'))).genuine).toEqual([
    [0, 1],
    [0, 2],
    [1, 2],
  ])
})
