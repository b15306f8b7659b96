import { atom, type Atom, type Editor } from 'tldraw'

/** Dots that an idea got in the last closed round. */
export interface Dots {
  readonly all: number
  /** Of residents, carers, experts by experience and the council. */
  readonly clients: number
}

/** What stands on ideas and is not in the document: it comes from the server, or was found out at this screen. By shape id. */
export interface IdeaMarks {
  readonly dots: ReadonlyMap<string, Dots>
  /** Ideas that look like others, each with those; only at the screens of facilitators, who decide about it. */
  readonly alike: ReadonlyMap<string, readonly string[]>
}

const none: IdeaMarks = { dots: new Map(), alike: new Map() }
const marksOf = new WeakMap<Editor, Atom<IdeaMarks>>()

/** The marks on the ideas of this screen, as a signal: only cards whose own mark changes draw again. */
export function ideaMarks(editor: Editor): Atom<IdeaMarks> {
  const known = marksOf.get(editor)
  if (known !== undefined) return known
  const made = atom<IdeaMarks>('marks on ideas', none)
  marksOf.set(editor, made)
  return made
}
