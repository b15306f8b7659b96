import './panel.css'
import { drawingKinds, isDomainType, type DomainType } from '@samenreis/model/records/recordKinds'
import { ChevronDown, ChevronUp, X } from 'lucide-react'
import { Fragment, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useEditor, useValue, type TLShape } from 'tldraw'
import { isCurve } from '../../shapes/curve/ownCurve.ts'
import { isFixedShape, isHeldShape } from '../../shapes/lock/lockedShape.ts'
import { familyStyle } from '../../shapes/look/ColourFamily.ts'
import { isWhyAsked } from '../../shapes/touchpoint/whyAsked.ts'
import { useBoardSession } from '../BoardSession.ts'
import { LockedNote } from '../journey/LockedNote.tsx'
import { ExtraRow } from './ExtraRow.tsx'
import { GuessStart } from '../guess/GuessStart.tsx'
import type { FieldDefinition } from './FieldDefinition.ts'
import { FieldRow } from './FieldRow.tsx'
import { panelOf } from './fieldsOf.ts'
import { isAsked } from './isAsked.ts'
import { useCardInView } from './useCardInView.ts'
import { familyOf, KindIcon } from './KindIcon.tsx'
import { PanelActions } from './PanelActions.tsx'
import { usePanelSelection } from './usePanelSelection.ts'
import { useWord } from './useWord.ts'

/** The panel at the right (on a phone: from below), only while something is selected. */
export function SidePanel() {
  const selected = usePanelSelection()
  const [first] = selected
  if (first === undefined) return null
  if (selected.length === 1 && isDomainType(first.type))
    return <ShapePanel key={first.id} shape={first} type={first.type} />
  return <SeveralPanel shapes={selected} />
}

/** Fields of a step that say why it is needed. */
const WHY_FIELDS: ReadonlySet<string> = new Set(['whyNeeded', 'requiredBy'])

interface ShapePanelProps {
  readonly shape: TLShape
  readonly type: DomainType
}

function ShapePanel({ shape, type }: ShapePanelProps) {
  const { t } = useTranslation('panel')
  const editor = useEditor()
  const word = useWord()
  const { me, mayEdit, isFacilitator } = useBoardSession()
  const [open, setOpen] = useState(false)
  useCardInView(shape.id)
  const asksWhy = useValue('asks why', () => shape.type === 'touchpoint' && isWhyAsked(editor, shape), [editor, shape])
  const { fields, extras } = panelOf(type)
  const family = familyOf(shape)
  const isHeld = useValue('held', () => isHeldShape(editor, shape.id), [editor, shape.id, isFacilitator])
  const isFixed = useValue('fixed', () => isFixedShape(editor, shape.id), [editor, shape.id])
  const mayChange = mayEdit && !isHeld && mayChangeShape(shape, me.id, isFacilitator)
  const shown = fields.filter((field) => isAsked(field, shape))
  // A journey that asks why has the answer at hand.
  const isMain = ({ part, name }: FieldDefinition<DomainType>): boolean =>
    part === 'main' || (asksWhy && WHY_FIELDS.has(name))
  const main = shown.filter(isMain)
  const more = shown.filter((field) => !isMain(field))
  const kind = family !== null && shape.type === 'card' ? word('cardKind', family) : word('shape', type)
  const row = (field: FieldDefinition<DomainType>) => (
    <FieldRow key={field.name} shapeId={shape.id} type={type} field={field} mayChange={mayChange} />
  )
  return (
    <PanelSheet label={t('region', { kind })} style={family === null ? {} : familyStyle(family)}>
      <header className="panel__head">
        <h2 className="panel__title">
          <KindIcon shape={shape} size={22} />
          {kind}
        </h2>
        <button
          type="button"
          className="round-button round-button--quiet"
          aria-label={t('close')}
          onClick={() => editor.selectNone()}
        >
          <X size={20} aria-hidden="true" />
        </button>
      </header>
      <div className="panel__body">
        {mayEdit ? null : <p className="quiet">{t('viewing')}</p>}
        {isFixed && mayEdit ? <LockedNote /> : null}
        {main.map((field) => (
          <Fragment key={field.name}>
            {row(field)}
            {extras.map(({ extra, after }) =>
              after === field.name ? <ExtraRow key={extra} extra={extra} shape={shape} /> : null,
            )}
          </Fragment>
        ))}
        {more.length === 0 ? null : (
          <button type="button" className="panel__more" aria-expanded={open} onClick={() => setOpen(!open)}>
            {open ? <ChevronUp size={20} aria-hidden="true" /> : <ChevronDown size={20} aria-hidden="true" />}
            {open ? t('lessFields') : t('moreFields')}
          </button>
        )}
        {open ? more.map(row) : null}
      </div>
      {shape.type === 'journey' && isFacilitator ? <GuessStart journeyId={shape.id} /> : null}
      {mayEdit && !isFixed && (mayChange || !isCurve(shape)) ? <PanelActions shapes={[shape]} /> : null}
    </PanelSheet>
  )
}

/** Several things, or a drawing: only what holds for all of them. */
function SeveralPanel({ shapes }: { readonly shapes: readonly TLShape[] }) {
  const { t } = useTranslation('panel')
  const drawingWord = useDrawingWord()
  const editor = useEditor()
  const { mayEdit } = useBoardSession()
  const isFixed = useValue('fixed', () => shapes.some(({ id }) => isFixedShape(editor, id)), [editor, shapes])
  const [first] = shapes
  if (!mayEdit || first === undefined) return null
  const title = shapes.length === 1 ? drawingWord(first.type) : t('several', { count: shapes.length })
  return (
    <PanelSheet label={title} small={shapes.every(({ type }) => isDrawingType(type)) ? 'drawing' : 'cards'}>
      <header className="panel__head">
        <h2 className="panel__title">{title}</h2>
      </header>
      {isFixed ? (
        <div className="panel__body">
          <LockedNote />
        </div>
      ) : (
        <PanelActions shapes={shapes} />
      )}
    </PanelSheet>
  )
}

interface SheetProps {
  readonly label: string
  readonly children: React.ReactNode
  readonly style?: React.CSSProperties
  /** A small one for what has no fields of its own. */
  readonly small?: 'drawing' | 'cards'
}

/** The sheet itself. Escape in it gives the keyboard back to the board; the selection stays, a second Escape ends it. */
function PanelSheet({ label, children, style, small }: SheetProps) {
  const editor = useEditor()
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape leaves the region from any control in it
    <section
      className={small === undefined ? 'panel' : `panel panel--small panel--${small}`}
      aria-label={label}
      style={style}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return
        event.preventDefault()
        // The canvas counts itself as in use all the while, and would not take the keyboard of its own accord.
        editor.getContainer().focus()
        editor.focus()
      }}
    >
      {children}
    </section>
  )
}

/** The word of the tool that made it, so that a sticky note is not called a drawing. */
function useDrawingWord(): (type: string) => string {
  const { t } = useTranslation(['panel', 'board'])
  return (type) => {
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
}

/** Whether tldraw's own styles (colour, thickness) mean something for this kind. */
function isDrawingType(type: string): boolean {
  return Object.hasOwn(drawingKinds, type) && type !== 'group'
}

/** A curve has one author, who alone writes it (model.md B0.4); one without author was brought in, and is the facilitator's. */
function mayChangeShape(shape: TLShape, me: string, isFacilitator: boolean): boolean {
  if (!isCurve(shape)) return true
  return shape.props.authorId === null ? isFacilitator : shape.props.authorId === me
}
