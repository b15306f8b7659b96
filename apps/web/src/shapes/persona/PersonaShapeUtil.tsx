import type { TLShape } from 'tldraw'
import { personaHeight } from '@samenreis/model/interchange/personaHeight'
import { defaultDomainProps, domainProps, type DomainProps } from '../../canvas/shapeProps.ts'
import { CardLikeShapeUtil } from '../cardFrame/CardLikeShapeUtil.ts'
import type { CardContent } from '../cardFrame/fittingHeight.ts'
import { kindWords } from '../look/words.ts'
import { mainPersonaId } from './mainMark.ts'
import { NEEDS_BREAK, PersonaCard } from './PersonaCard.tsx'
import { personaNeeds } from './personaNeeds.ts'

/** Type of the body (personaSheets.css). */
const BODY = { size: 15, weight: 400, line: 20 }

/** A persona on the canvas. */
export class PersonaShapeUtil extends CardLikeShapeUtil<TLShape<'persona'>> {
  static override readonly type = 'persona' as const
  static override readonly props = domainProps('persona')

  override getDefaultProps(): DomainProps<'persona'> {
    return defaultDomainProps('persona')
  }

  /** Only what it consists of: how high that is, `needed` knows. */
  override contentOf(shape: TLShape<'persona'>): CardContent {
    // The mark of the main persona stands in the row of the kind: it takes no room.
    const { w: _w, h: _h, main: _mark, ...fields } = shape.props
    return { head: '', figure: '', words: JSON.stringify(fields), pills: personaNeeds(this.editor, shape.id) }
  }

  /** Height at which all of it fits, the needs that belong to her among it. */
  heightFor(shape: TLShape<'persona'>): number {
    return this.needed(shape)
  }

  protected override needed({ id, props }: TLShape<'persona'>): number {
    const content = { persona: props, needs: personaNeeds(this.editor, id) }
    return personaHeight(content, props.w, (text, width) => Math.ceil(this.measureAs(text, width, BODY) / BODY.line))
  }

  override getText({ props }: TLShape<'persona'>): string {
    return [props.name, props.situation].filter((part) => part !== '').join('\n')
  }

  override getAriaDescriptor({ id, props }: TLShape<'persona'>): string {
    const isMain = mainPersonaId(this.editor) === id
    return [kindWords()(isMain ? 'onBoard.mainPersona' : 'shape.persona'), props.name]
      .filter((part) => part !== '')
      .join(': ')
  }

  override component({ id, props }: TLShape<'persona'>) {
    return (
      <PersonaCard
        id={id}
        props={props}
        needs={personaNeeds(this.editor, id).join(NEEDS_BREAK)}
        isMain={mainPersonaId(this.editor) === id}
      />
    )
  }
}
