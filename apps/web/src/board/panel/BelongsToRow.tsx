import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { isShapeId, useEditor, useValue, type TLShape, type TLShapeId } from 'tldraw'
import { belongTo, endBelonging } from '../../shapes/belongsTo/belongTo.ts'
import { belongingKindOf } from '../../shapes/belongsTo/bindsDomainShape.ts'
import { belongingTargets } from '../../shapes/belongsTo/canBelongTo.ts'
import { reveal } from '../../shapes/journey/foldedLanes.ts'
import { isHeldShape } from '../../shapes/lock/lockedShape.ts'
import { useBoardSession } from '../BoardSession.ts'
import { RemovableChip } from './controls/Chip.tsx'
import { PickList } from './controls/PickList.tsx'
import { KindIcon } from './KindIcon.tsx'
import { nameOf } from './nameOf.ts'
import { useCandidates } from './useCandidates.tsx'

interface Props {
  readonly shape: TLShape
}

/** "Hoort bij …": what this card belongs to now, and a list to choose more from. */
export function BelongsToRow({ shape }: Props) {
  const { t } = useTranslation('panel')
  const editor = useEditor()
  const session = useBoardSession()
  const isHeld = useValue('held', () => isHeldShape(editor, shape.id), [editor, shape.id])
  const mayEdit = session.mayEdit && !isHeld
  const labelId = useId()
  const kind = belongingKindOf(shape)
  const bindings = useValue('belongings', () => editor.getBindingsFromShape(shape.id, 'belongs_to'), [editor, shape.id])
  const targets = kind === null ? [] : belongingTargets(kind)
  const candidates = useCandidates(targets, [shape.id, ...bindings.map(({ toId }) => toId)])
  if (targets.length === 0) return null
  return (
    <div className="field">
      <p className="field__label" id={labelId}>
        {t('extras.belongsTo')}
      </p>
      {bindings.length === 0 ? <p className="quiet">{t('extras.belongsToEmpty')}</p> : null}
      <div className="chips">
        {bindings.map((binding) => (
          <TargetChip
            key={binding.id}
            targetId={binding.toId}
            onRemove={
              mayEdit
                ? () => {
                    editor.markHistoryStoppingPoint('belongs to')
                    endBelonging(editor, binding.id)
                  }
                : null
            }
          />
        ))}
        {mayEdit ? (
          <PickList
            label={t('picker.choose')}
            labelId={labelId}
            picks={candidates}
            emptyText={t('picker.noneOnBoard')}
            onPick={(id) => {
              if (!isShapeId(id)) return
              editor.markHistoryStoppingPoint('belongs to')
              belongTo(editor, shape.id, id)
            }}
          />
        ) : null}
      </div>
    </div>
  )
}

/** One target; pressing its name goes there. A target that is gone is not shown: a link to nothing means nothing. */
function TargetChip({ targetId, onRemove }: { targetId: TLShapeId; onRemove: (() => void) | null }) {
  const { t } = useTranslation('panel')
  const editor = useEditor()
  const target = useValue('target', () => editor.getShape(targetId), [editor, targetId])
  if (target === undefined) return null
  const words = nameOf(target)
  const name = words === '' ? t('untitled') : words
  return (
    <RemovableChip
      icon={<KindIcon shape={target} />}
      removeLabel={onRemove === null ? null : t('remove', { what: name })}
      onRemove={() => onRemove?.()}
      onPress={() => {
        reveal(editor, targetId)
        editor.select(targetId)
      }}
    >
      {name}
    </RemovableChip>
  )
}
