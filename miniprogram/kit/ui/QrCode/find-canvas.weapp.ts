import Taro from '@tarojs/taro'

const RETRY_MS = 30

/**
 * A canvas exists in the page some ticks after React rendered it, so this asks until it is there.
 *
 * @param onFound called once with the node
 * @returns a function that gives up
 */
export function findCanvas(id: string, onFound: (canvas: HTMLCanvasElement) => void): () => void {
  let wanted = true

  function ask() {
    if (!wanted) return
    Taro.createSelectorQuery()
      .select(`#${id}`)
      .fields({ node: true }, (found) => {
        const canvas = (found as { node?: HTMLCanvasElement } | null)?.node
        if (canvas === undefined) setTimeout(ask, RETRY_MS)
        else if (wanted) onFound(canvas)
      })
      .exec()
  }

  Taro.nextTick(ask)
  return () => {
    wanted = false
  }
}
