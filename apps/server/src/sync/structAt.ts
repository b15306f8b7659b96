import * as Y from 'yjs'

/** The struct of a document that holds an id, as it is now: perhaps only what is left of it. null = the document lacks it. */
export function structAt({ store }: Y.Doc, { client, clock }: Y.ID): Y.Item | Y.GC | null {
  const structs = store.clients.get(client)
  if (structs === undefined || clock >= Y.getState(store, client)) return null
  return structs[Y.findIndexSS(structs, clock)] ?? null
}
