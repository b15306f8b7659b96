import * as Y from 'yjs'
import type { RandomSource } from './RandomSource.ts'

/**
 * Documents of six people who write into one map of maps and texts, exchange what they have now and then, and delete; at the end all have
 * all of it.
 * @param begin called with each document while it is empty
 */
export function workedOn(random: RandomSource, edits: number, begin: (doc: Y.Doc) => void = () => undefined): Y.Doc[] {
  const docs = Array.from({ length: 6 }, () => new Y.Doc())
  docs.forEach(begin)
  for (let edit = 0; edit < edits; edit += 1) {
    const doc = random.pick(docs)
    const other = random.pick(docs)
    const records = doc.getMap<Y.Map<unknown>>('records')
    const key = `r${random.between(1, 30)}`
    const record = records.get(key)
    const text = record?.get('title')
    if (record === undefined) {
      records.set(key, new Y.Map<unknown>([['title', new Y.Text(`tekst ${edit}`)]]))
    } else if (text instanceof Y.Text) {
      const acts = [
        () => void record.set('geometry', [edit, edit, 0, 10, 10]),
        () => text.delete(0, Math.min(3, text.length)),
        () => text.insert(random.between(0, text.length), `woord ${edit} `),
        () => records.delete(key),
      ]
      random.pick([...acts, ...acts.slice(0, 3)])()
    }
    if (random.chance(0.33)) Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
  }
  for (const doc of docs) for (const other of docs) Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
  return docs
}
