import { isDomainType } from '@samenreis/model/records/recordKinds'
import type { TFunction } from 'i18next'
import type { Editor, TLShape } from 'tldraw'
import { journeyPhases } from '../../shapes/journey/journeyPhases.ts'

/**
 * What is read aloud of what is chosen: kind and words of a card, and the phase it stands in; of several only how many. '' for
 * nothing. tldraw itself would say the name of its translation, and count no card of a map.
 */
export function spokenSelection(editor: Editor, t: TFunction<['board', 'panel']>): string {
  const shapes = editor.getSelectedShapes()
  const [first] = shapes
  if (first === undefined) return ''
  if (shapes.length > 1) return t('panel:several', { count: shapes.length })
  const phase = phaseOf(editor, first)
  const place = phase === '' ? [] : [t('board:spoken.inPhase', { phase })]
  return [nameOf(editor, first, t), ...place].join('. ')
}

function nameOf(editor: Editor, shape: TLShape, t: TFunction<['board', 'panel']>): string {
  const util = editor.getShapeUtil(shape)
  if (isDomainType(shape.type)) return util.getAriaDescriptor(shape) ?? ''
  const words = (util.getText(shape) ?? '').trim()
  const kind = kindOf(shape.type, t)
  return words === '' ? kind : `${kind}: ${words}`
}

/** The word of the tool that made it. */
function kindOf(type: string, t: TFunction<['board', 'panel']>): string {
  switch (type) {
    case 'note':
    case 'text':
    case 'arrow':
    case 'frame':
      return t(`board:tools.${type}`)
    default:
      return t('panel:drawing')
  }
}

/** Name of the phase in which the middle of a card lies; '' when it lies in none, or in one without a name. */
function phaseOf(editor: Editor, card: TLShape): string {
  const journey = editor.getShape(card.parentId)
  if (journey?.type !== 'journey' || card.type === 'phase' || card.type === 'curve') return ''
  const middle = card.x + editor.getShapeGeometry(card).bounds.w / 2
  const column = journeyPhases(editor, journey.id).find(({ x, w }) => middle >= x && middle < x + w)
  const phase = column === undefined ? undefined : editor.getShape(column.id)
  return phase?.type === 'phase' ? phase.props.title.trim() : ''
}
