import type * as Y from 'yjs'

/** Version of the layout below. A client older than the document is refused with `client-too-old`. */
export const SCHEMA_VERSION = 1

/** The only root types of a board's Y.Doc; an update that makes another one is refused. */
export const documentRoots = ['meta', 'records'] as const

/** Stored value of one field: plain JSON, or Y.Text for a text that people type in together. */
export type FieldValue = Y.Text | string | number | boolean | null | object

/** Our typed view of the Y.Doc of a room. docs/document-layout.md lists every key. Making one writes nothing. */
export class BoardDocument {
  readonly doc: Y.Doc
  /** `schemaVersion`: integer. */
  readonly meta: Y.Map<unknown>
  /** Record id -> fields of the record. */
  readonly records: Y.Map<Y.Map<FieldValue>>

  constructor(doc: Y.Doc) {
    this.doc = doc
    this.meta = doc.getMap('meta')
    this.records = doc.getMap('records')
  }

  /** null = not seeded: the document is not a board (yet), and nothing may be concluded from its emptiness. */
  get schemaVersion(): number | null {
    const version = this.meta.get('schemaVersion')
    return typeof version === 'number' ? version : null
  }

  /** Runs `change` as one transaction, one update on the wire, with its author as origin. */
  transact<T>(change: () => T, origin: unknown): T {
    return this.doc.transact(change, origin)
  }
}
