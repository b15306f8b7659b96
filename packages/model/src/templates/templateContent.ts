import type { Language } from '../api/rooms.ts'
import { belongsTo } from '../interchange/links.ts'
import { newShape } from '../interchange/newShape.ts'
import { ShapeId } from '../ids/recordId.ts'
import type { Context, Perspective, Template } from '../records/enumerations.ts'
import type { BoardRecord } from '../records/recordKinds.ts'
import { templatePhases } from './phaseHints.ts'
import { templateFile } from './templateFiles.ts'
import { layOutTemplate, type TemplateShapes } from './templateLayout.ts'
import type { TemplateFile } from './templateSchema.ts'
import { wordsFor, type Words } from './words.ts'

/** Whose experience a session is about, by what it is about. */
const perspectives: Readonly<Record<Context, Perspective>> = {
  service: 'client',
  participation: 'client',
  internal: 'employee',
}

/** Everything that stands on the board of a new session of this kind. The same for everybody, always. */
export function contentOfTemplate(template: Template, context: Context, language: Language): BoardRecord[] {
  const file = templateFile(template)
  const shapes = layOutTemplate(shapesOf(file, context, language))
  const links = file.cards.flatMap(({ id, belongsTo: targets }) =>
    targets.map((target) => belongsTo(shapeIdIn(id), shapeIdIn(target))),
  )
  return [...shapes, ...links]
}

/** The shape that an entry of a template becomes: `persona-1` -> `shape:start-persona-1`. */
function shapeIdIn(templateId: string): ShapeId {
  return ShapeId.parse(`shape:start-${templateId}`)
}

function shapesOf(file: TemplateFile, context: Context, language: Language): TemplateShapes {
  const say = (words: Words | undefined): string => (words === undefined ? '' : wordsFor(words, context, language))
  const perspective = perspectives[context]
  return {
    personas: file.personas.map(({ id, basis }) => newShape('persona', shapeIdIn(id), { basis, perspective })),
    journeys: file.journeys.map(({ id, kind, title, personaIds, lanes, comparesWith }) => ({
      journey: newShape('journey', shapeIdIn(id), {
        kind,
        context,
        title: say(title),
        personaIds: personaIds.map(shapeIdIn),
        comparesWith: comparesWith.map(shapeIdIn),
      }),
      lanes,
      curves: [],
      columns: templatePhases.map((phase, order) => ({
        phase: newShape('phase', shapeIdIn(`${id}-${phase.key}`), { key: phase.key, order, title: say(phase.title) }),
        steps: file.steps
          .filter((step) => step.journeyId === id && step.phase === phase.key)
          .map((step) => newShape('touchpoint', shapeIdIn(step.id), { basis: step.basis })),
      })),
    })),
    cards: file.cards.map(({ id, kind, text, verdict = null, belongsTo: targets }) => ({
      shape: newShape('card', shapeIdIn(id), { kind, verdict, text: say(text) }),
      targets: targets.map(shapeIdIn),
    })),
    frames: file.frames.map(({ id, title, holds }) => ({
      frame: newShape('frame', shapeIdIn(id), { name: say(title) }),
      holds: holds.map(shapeIdIn),
    })),
    notes: file.notes.map(({ id, text, above }) => ({
      note: newShape('note', shapeIdIn(id), { richText: paragraph(say(text)) }),
      above: shapeIdIn(above),
    })),
    matrix: file.matrix
      ? newShape('matrix', shapeIdIn('matrix'), { title: language === 'en' ? 'Effort and impact' : 'Moeite en winst' })
      : null,
  }
}

function paragraph(text: string): unknown {
  return { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] }
}
