import { EditorAtom } from 'tldraw'

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

/** The marks on the ideas of this screen: only cards whose own mark changes draw again. */
export const ideaMarks = new EditorAtom<IdeaMarks>('marks on ideas', () => ({ dots: new Map(), alike: new Map() }))
