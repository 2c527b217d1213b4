import { pathToFileURL } from 'node:url'
import type { InferenceSession, Tensor } from 'onnxruntime-common'

/** An ONNX model with one input and one output of 32-bit floats. */
export interface OnnxModel {
  /** `native` where the machine's C library can load the binary, else its WebAssembly twin: same numbers, slower. */
  readonly runtime: 'native' | 'wasm'
  /**
   * @param values the input in row-major order
   * @param dims its shape
   */
  run(values: Float32Array, dims: readonly number[]): Promise<OnnxOutput>
}

export interface OnnxOutput {
  readonly values: Float32Array
  readonly dims: readonly number[]
}

/** Paths of onnxruntime-web's `ort-wasm-simd-threaded.mjs` and `.wasm`. */
export interface WasmFiles {
  readonly mjs: string
  readonly wasm: string
}

/**
 * Opens a model on onnxruntime, native or WebAssembly.
 * @param bytes the content of the `.onnx` file, already checked against its hash
 * @param threads for the native runtime; the twin has one
 * @param load which of the two; the native one where it loads when left out
 */
export async function openModel(
  bytes: Uint8Array,
  wasmFiles: WasmFiles,
  threads = 1,
  load: LoadRuntime = loadEither,
): Promise<OnnxModel> {
  const { ort, runtime } = await load(wasmFiles)
  const session = await ort.InferenceSession.create(bytes, {
    intraOpNumThreads: threads,
    interOpNumThreads: 1,
    // A thread that spins while it waits takes its time from the other one where they share a core.
    extra: { session: { intra_op: { allow_spinning: '0' } } },
    // Errors only: the models carry harmless warnings about initializers.
    logSeverityLevel: 3,
  })
  const [input] = session.inputNames
  const [output] = session.outputNames
  if (!input || !output) throw new Error('The model has no input or no output')
  return {
    runtime,
    async run(values, dims) {
      const result = (await session.run({ [input]: new ort.Tensor('float32', values, dims) }))[output]
      if (!(result?.data instanceof Float32Array)) throw new Error(`The model gave no floats as ${output}`)
      return { values: result.data, dims: result.dims }
    },
  }
}

export interface Ort {
  readonly InferenceSession: { create(bytes: Uint8Array, options: object): Promise<InferenceSession> }
  readonly Tensor: new (type: 'float32', values: Float32Array, dims: readonly number[]) => Tensor
}

export interface Runtime {
  readonly ort: Ort
  readonly runtime: OnnxModel['runtime']
}

export type LoadRuntime = (wasmFiles: WasmFiles) => Promise<Runtime>

/** Fails where the C library is older than the binary needs (glibc 2.28). */
export const loadNative: LoadRuntime = async () => ({
  ort: await import('onnxruntime-node'),
  runtime: 'native',
})

export const loadWasm: LoadRuntime = async (wasmFiles) => {
  const ort = await import('onnxruntime-web')
  ort.env.wasm.numThreads = 1
  ort.env.wasm.wasmPaths = {
    mjs: pathToFileURL(wasmFiles.mjs).href,
    wasm: pathToFileURL(wasmFiles.wasm).href,
  }
  return { ort, runtime: 'wasm' }
}

const loadEither: LoadRuntime = (wasmFiles) => loadNative(wasmFiles).catch(() => loadWasm(wasmFiles))
