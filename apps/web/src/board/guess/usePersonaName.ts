import type { ShapeId } from '@samenreis/model/ids/recordId'
import { useEditor, useValue } from 'tldraw'
import { shapeIdOf } from '../../shapes/belongsTo/belongTo.ts'
import { nameOf } from '../panel/nameOf.ts'

/** Whose journey it is, by name; null when the journey names nobody, or one without a name, or is gone. */
export function usePersonaName(journeyId: ShapeId): string | null {
  const editor = useEditor()
  return useValue(
    'whose journey it is',
    () => {
      const id = shapeIdOf(journeyId)
      const journey = id === null ? undefined : editor.getShape(id)
      const personaId = journey?.type === 'journey' ? shapeIdOf(journey.props.personaIds[0] ?? null) : null
      const persona = personaId === null ? undefined : editor.getShape(personaId)
      const name = persona === undefined ? '' : nameOf(persona).trim()
      return name === '' ? null : name
    },
    [editor, journeyId],
  )
}
