import { Star, UserRound } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useEditor, useValue, type TLShapeId } from 'tldraw'
import { mainPersonaId, markMainPersona } from '../../../shapes/persona/mainMark.ts'
import { Chip } from './Chip.tsx'

interface Props {
  readonly personaId: TLShapeId
  readonly labelId: string
  readonly readOnly: boolean
}

/** Marks this persona as the main one, which takes the mark from another; it names who carries it now. */
export function MainPersona({ personaId, labelId, readOnly }: Props) {
  const { t } = useTranslation('panel')
  const editor = useEditor()
  const mainId = useValue('main persona', () => mainPersonaId(editor), [editor])
  const other = useValue(
    'name of the main persona',
    () => {
      const shape = mainId === null || mainId === personaId ? undefined : editor.getShape(mainId)
      return shape?.type === 'persona' ? shape.props.name.trim() : null
    },
    [editor, mainId, personaId],
  )
  const isMain = mainId === personaId
  return (
    <>
      <fieldset className="chips" aria-labelledby={labelId}>
        <Chip
          icon={<Star size={18} aria-hidden="true" />}
          chosen={isMain}
          readOnly={readOnly}
          onPress={() => markMainPersona(editor, personaId)}
        >
          {t('mainPersona.yes')}
        </Chip>
        <Chip
          icon={<UserRound size={18} aria-hidden="true" />}
          chosen={!isMain}
          readOnly={readOnly}
          onPress={() => {
            if (isMain) markMainPersona(editor, null)
          }}
        >
          {t('mainPersona.no')}
        </Chip>
      </fieldset>
      {other === null ? null : (
        <p className="quiet">{t('mainPersona.other', { name: other === '' ? t('untitled') : other })}</p>
      )}
    </>
  )
}
