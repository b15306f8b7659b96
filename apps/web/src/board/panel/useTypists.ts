import { useEditor, useValue } from 'tldraw'
import { TYPING_META } from '../../shapes/typingMarks/typists.ts'

/** Names of the others who type in this field now, in the form of presence's `e`: `shape:id.field`. */
export function useTypists(target: string): readonly string[] {
  const editor = useEditor()
  return useValue(
    'typists of a field',
    () => {
      const typing = editor.getCollaborators().filter(({ meta }) => meta[TYPING_META] === target)
      return typing.map(({ userName }) => userName).filter((name) => name !== '')
    },
    [editor, target],
  )
}
