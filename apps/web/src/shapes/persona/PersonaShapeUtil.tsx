import type { TLShape } from 'tldraw'
import { defaultDomainProps, domainProps, type DomainProps } from '../../canvas/shapeProps.ts'
import { CardLikeShapeUtil } from '../cardFrame/CardLikeShapeUtil.ts'
import type { CardContent } from '../cardFrame/fittingHeight.ts'
import { kindWords } from '../look/words.ts'
import { PersonaCard } from './PersonaCard.tsx'
import { personaPills } from './personaLabels.ts'

/** Lines that the portrait with name and facts takes, as empty lines above the words. */
const PORTRAIT_LINES = 4

/** A persona on the canvas. */
export class PersonaShapeUtil extends CardLikeShapeUtil<TLShape<'persona'>> {
  static override readonly type = 'persona' as const
  static override readonly props = domainProps('persona')

  override getDefaultProps(): DomainProps<'persona'> {
    return defaultDomainProps('persona')
  }

  override contentOf({ props }: TLShape<'persona'>): CardContent {
    // Each list has a heading of its own, and its lines stand in from the edge: a line more for each list makes up for both.
    const lists = [props.drivers, props.insecurities, props.dreams].filter(({ length }) => length > 0)
    const words = [
      ...Array.from({ length: PORTRAIT_LINES }, () => ''),
      props.situation,
      ...lists.flatMap((lines) => ['', ...lines.map((line) => `—— ${line}`)]),
    ]
    const pills = personaPills(props, kindWords()).map(({ word }) => word)
    return { head: '', figure: '', words: words.join('\n'), pills }
  }

  override getText({ props }: TLShape<'persona'>): string {
    return [props.name, props.situation].filter((part) => part !== '').join('\n')
  }

  override getAriaDescriptor({ props }: TLShape<'persona'>): string {
    return [kindWords()('shape.persona'), props.name].filter((part) => part !== '').join(': ')
  }

  override component({ id, props }: TLShape<'persona'>) {
    return <PersonaCard id={id} props={props} />
  }
}
