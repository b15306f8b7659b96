import { Basis } from '@samenreis/model/records/enumerations'
import { EditorAtom, type Editor } from 'tldraw'

/** Which evidence stays in colour on this screen; none = all. Of this screen alone: nobody else's view changes, nothing is stored. */
const shown = new EditorAtom<readonly Basis[]>('evidence that is shown', () => [])

/** The chosen bases, strongest first; none = everything is shown. Followed when read inside a reactive computation. */
export function shownBases(editor: Editor): readonly Basis[] {
  return shown.get(editor)
}

/** From now on only cards with this evidence are in colour, e.g. from a row of "Wat zien we?"; none = all. */
export function showBases(editor: Editor, bases: readonly Basis[]): void {
  shown.set(editor, inOrder(bases))
}

/** Takes one in or out. All five chosen is the same as none: there is nothing left to leave out. */
export function toggled(bases: readonly Basis[], basis: Basis): readonly Basis[] {
  const next = bases.includes(basis) ? bases.filter((each) => each !== basis) : [...bases, basis]
  return next.length === Basis.options.length ? [] : inOrder(next)
}

function inOrder(bases: readonly Basis[]): readonly Basis[] {
  return Basis.options.filter((each) => bases.includes(each))
}
