import { createHash } from 'node:crypto'
import { readFile, realpath, stat } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { getMimeType } from 'hono/utils/mime'

const compressors = {
  br: (bytes: Uint8Array) =>
    promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } }),
  gzip: (bytes: Uint8Array) => promisify(gzip)(bytes),
} as const
type Encoding = keyof typeof compressors

/** 5 of 11: within some percent of the smallest, in a tenth of the time. Each file is compressed once. */
const BROTLI_QUALITY = 5
/** Below this a compressed answer saves less than a packet. */
const COMPRESS_FROM_BYTES = 1024
/** Pictures and fonts are compressed already. */
const compressible = /^(?:text\/|application\/(?:json|javascript|manifest\+json|wasm|xml)|image\/svg)/
/** Names that the build gives by content: `board-BfX_12ab.js`. Such a file never changes. */
const hashedName = /-[\w-]{8}\.\w+$/

/** One file as it goes over the wire. */
export interface WebFile {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly headers: Readonly<Record<string, string>>
  readonly etag: string
}

interface Kept {
  readonly changedAtMs: number
  readonly file: WebFile
}

/** The built web app, read once and kept in memory in the forms in which it was asked for. */
export class WebFiles {
  private readonly root: string
  private readonly kept = new Map<string, Kept>()

  constructor(root: string) {
    this.root = root
  }

  /** The file at this path of the site, or null when there is none. `accepted` is the Accept-Encoding header. */
  async find(path: string, accepted: string): Promise<WebFile | null> {
    const place = await this.placeOf(path)
    if (place === null) return null
    const { mtimeMs } = await stat(place)
    const type = getMimeType(place) ?? 'application/octet-stream'
    const encoding = compressible.test(type) ? bestEncoding(accepted) : null
    const key = `${encoding ?? ''}:${place}`
    const known = this.kept.get(key)
    if (known !== undefined && known.changedAtMs === mtimeMs) return known.file
    const file = await pack(place, type, encoding)
    this.kept.set(key, { changedAtMs: mtimeMs, file })
    return file
  }

  /** The file's place on disk, null when there is none or when the path leads out of the root. */
  private async placeOf(path: string): Promise<string | null> {
    if (path.includes('\0') || path.endsWith('/')) return null
    try {
      const root = await realpath(this.root)
      const place = await realpath(join(root, path))
      return place.startsWith(root + sep) && (await stat(place)).isFile() ? place : null
    } catch {
      return null
    }
  }
}

async function pack(place: string, type: string, encoding: Encoding | null): Promise<WebFile> {
  const plain = await readFile(place)
  const used = plain.byteLength < COMPRESS_FROM_BYTES ? null : encoding
  const bytes = new Uint8Array(used === null ? plain : await compressors[used](plain))
  const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`
  const headers = {
    'Content-Type': type,
    'Cache-Control': hashedName.test(place) ? 'public, max-age=31536000, immutable' : 'no-cache',
    Vary: 'Accept-Encoding',
    ETag: etag,
    ...(used === null ? {} : { 'Content-Encoding': used }),
  }
  return { bytes, headers, etag }
}

function bestEncoding(accepted: string): Encoding | null {
  const words = accepted.split(',').map((word) => word.trim())
  const takes = (encoding: string): boolean =>
    words.some((word) => word === encoding || (word.startsWith(`${encoding};`) && !/q=0(?:\.0*)?$/.test(word)))
  if (takes('br')) return 'br'
  return takes('gzip') ? 'gzip' : null
}
