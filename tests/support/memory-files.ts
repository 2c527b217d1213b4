import type { Files } from '@nansha/core/platform/files'

export const STORAGE_ROOT = 'cloud://test.bucket/'

/** The files port in memory. `stored` shows what is there, by path. */
export function createMemoryFiles(): Files & { readonly stored: Map<string, Buffer> } {
  const stored = new Map<string, Buffer>()
  const pathOf = (fileId: string) => fileId.slice(STORAGE_ROOT.length)
  return {
    stored,
    async upload(path, content) {
      stored.set(path, content)
      return STORAGE_ROOT + path
    },
    download: async (fileId) => stored.get(pathOf(fileId)) ?? null,
    async remove(fileIds) {
      for (const fileId of fileIds) stored.delete(pathOf(fileId))
    },
    temporaryUrl: async (fileId) =>
      stored.has(pathOf(fileId)) ? `http://127.0.0.1/${pathOf(fileId)}` : null,
  }
}
