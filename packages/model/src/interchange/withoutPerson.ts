import type { BoardAuthors, RecordAuthors } from '../document/BoardAuthors.ts'
import type { ParticipantId } from '../ids/participantId.ts'
import type { RecordId } from '../ids/recordId.ts'
import { isBinding, isShape } from '../records/recordClass.ts'
import { shapeKinds, textFieldsOf, type BoardRecord, type ShapeType } from '../records/recordKinds.ts'
import type { PlainBoard } from './PlainBoard.ts'
import { participantReferences } from './referenceFields.ts'

/** Whose contribution goes. */
export interface PersonToErase {
  readonly id: ParticipantId
  /** As the others saw it; '' = none. */
  readonly name: string
}

/** A board without what one person brought in. */
export interface WithoutPerson {
  readonly board: PlainBoard
  /** Who wrote what of it; she does not occur. */
  readonly authors: BoardAuthors
  /** Records that are gone. */
  readonly removed: readonly string[]
  /** Records of others, or that others need, from which her words or her name were taken. */
  readonly changed: readonly RecordId[]
}

/** Kinds in which others put their cards: they stay while somebody else's work stands in them, without her words. */
const containers: ReadonlySet<string> = new Set(['page', 'journey', 'matrix', 'frame', 'group'])

/** Fields beside the typed texts that hold somebody's own words or strokes; the rest are choices, places and references. */
const wordFields: Readonly<Partial<Record<ShapeType | 'page', readonly string[]>>> = {
  page: ['name'],
  persona: ['drivers', 'insecurities', 'dreams', 'communicationWishes', 'channelPreferences', 'labels'],
  touchpoint: ['labels'],
  note: ['richText', 'url', 'textLastEditedBy'],
  text: ['richText'],
  arrow: ['richText'],
  frame: ['name'],
  geo: ['richText', 'url'],
  draw: ['segments'],
  highlight: ['segments'],
}

/** Texts that name a person rather than tell something: who does it, whose line it is. */
const nameFields: ReadonlySet<string> = new Set(['owner', 'label'])

/** Fields that make a record hers whoever typed it: whose words, whose feelings, for whom. */
const voiceFields = ['authorId', 'onBehalfOf'] as const

/**
 * The board without the contribution of one person, as far as the document knows its author (reliability.md C8, F83):
 *
 * - what she put on the board goes, and so does what others put there as hers (quote, line of feelings, on her behalf);
 * - a card of hers in which others wrote, and a journey or frame in which something of others stands, stays without her words;
 * - of the cards of others go the words that she typed, and her name where she is named as the one who does it.
 *
 * Links stay while both of their ends do. What others wrote about her in words of their own cannot be told from anything else.
 */
export function withoutPerson(board: PlainBoard, authors: BoardAuthors, person: PersonToErase): WithoutPerson {
  const shapes = board.records.filter((record) => !isBinding(record))
  const isHers = (record: BoardRecord): boolean => authors.get(record.id)?.maker === person.id
  const gone = new Set<string>()
  for (const record of shapes) {
    const speaks = voiceFields.some((name) => (record as Readonly<Record<string, unknown>>)[name] === person.id)
    const holdsOthers = containers.has(record.type) || othersWroteIn(authors.get(record.id), record.type, person.id)
    if (speaks || (isHers(record) && !holdsOthers)) gone.add(record.id)
  }
  const ofOthers = shapes.filter((record) => !gone.has(record.id) && !(isHers(record) && containers.has(record.type)))
  const needed = ancestorsOf(ofOthers, shapes)
  for (const record of shapes) {
    if (!isHers(record)) continue
    if (containers.has(record.type) && record.type !== 'page' && !needed.has(record.id)) gone.add(record.id)
    // The columns of a journey are part of it: they stay with it.
    if (record.type === 'phase' && needed.has(record.parentId) && !gone.has(record.parentId)) gone.delete(record.id)
  }
  const changed: RecordId[] = []
  const records = board.records.flatMap((record): BoardRecord[] => {
    if (gone.has(record.id)) return []
    if (isBinding(record)) return gone.has(record.fromId) || gone.has(record.toId) ? [] : [record]
    const left = withoutWords(record, authors.get(record.id), person)
    if (left !== record) changed.push(record.id)
    return [left]
  })
  const setAside = board.setAside.filter(({ id }) => authors.get(String(id))?.maker !== person.id)
  const kept = new Set<string>([...records.map(({ id }) => id), ...setAside.map(({ id }) => String(id))])
  const before = [...board.records.map(({ id }) => String(id)), ...board.setAside.map(({ id }) => String(id))]
  return {
    board: { schemaVersion: board.schemaVersion, records, setAside },
    authors: new Map([...authors].map(([id, of]) => [id, withoutAuthor(of, person.id)])),
    removed: before.filter((id) => !kept.has(id)),
    changed,
  }
}

/** Whether somebody else's words stand in a record that she made. */
function othersWroteIn(authors: RecordAuthors | undefined, type: string, person: ParticipantId): boolean {
  if (authors === undefined) return false
  const { texts, values } = authors
  const isOther = (author: ParticipantId | null): boolean => author !== null && author !== person
  const inTexts = [...texts.values()].flat().some(({ author, text }) => isOther(author) && text.trim() !== '')
  return inTexts || wordsIn(type).some((name) => isOther(values.get(name) ?? null))
}

function wordsIn(type: string): readonly string[] {
  return (wordFields as Readonly<Record<string, readonly string[] | undefined>>)[type] ?? []
}

/** Everything in which these stand, at whatever depth. */
function ancestorsOf(records: readonly BoardRecord[], all: readonly BoardRecord[]): ReadonlySet<string> {
  const parents = new Map(all.flatMap((each) => (isShape(each) ? [[each.id as string, each.parentId as string]] : [])))
  const found = new Set<string>()
  for (const record of records) {
    let parent = parents.get(record.id)
    // A parent that was met before brought its own along; so a ring of parents ends as well.
    for (; parent !== undefined && !found.has(parent); parent = parents.get(parent)) found.add(parent)
  }
  return found
}

/** The record without what she wrote in it and without her name; the very same one when there is nothing of hers in it. */
function withoutWords(record: BoardRecord, authors: RecordAuthors | undefined, person: PersonToErase): BoardRecord {
  const fields: Readonly<Record<string, unknown>> = { ...record }
  const changes: Record<string, unknown> = {}
  for (const name of textFieldsOf(record.type)) {
    const pieces = authors?.texts.get(name) ?? []
    if (pieces.some(({ author }) => author === person.id)) {
      changes[name] = pieces.map(({ author, text }) => (author === person.id ? '' : text)).join('')
    }
    if (nameFields.has(name) && namesHer(changes[name] ?? fields[name], person)) changes[name] = ''
  }
  for (const name of wordsIn(record.type)) {
    if (authors?.values.get(name) === person.id) changes[name] = emptyValue(record.type, name)
  }
  for (const name of Object.keys(isShape(record) ? participantReferences[record.type] : {})) {
    if (fields[name] === person.id) changes[name] = null
  }
  if (fields['textLastEditedBy'] === person.id) changes['textLastEditedBy'] = null
  return Object.keys(changes).length === 0 ? record : ({ ...record, ...changes } as BoardRecord)
}

function withoutAuthor({ maker, texts, values }: RecordAuthors, person: ParticipantId): RecordAuthors {
  const other = (author: ParticipantId | null): ParticipantId | null => (author === person ? null : author)
  return {
    maker: other(maker),
    texts: new Map([...texts].map(([name, pieces]) => [name, pieces.filter(({ author }) => author !== person)])),
    values: new Map([...values].map(([name, author]) => [name, other(author)])),
  }
}

/** Whether the text is her name and nothing else, in whatever case. */
function namesHer(text: unknown, { name }: PersonToErase): boolean {
  if (typeof text !== 'string' || name.trim() === '') return false
  return text.trim().toLocaleLowerCase('nl') === name.trim().toLocaleLowerCase('nl')
}

/** What a new record of the kind has there. */
function emptyValue(type: BoardRecord['type'], name: string): unknown {
  return type === 'page' ? '' : shapeKinds[type as ShapeType].defaults[name]
}
