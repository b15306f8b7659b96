import type { Voice } from '@samenreis/model/records/enumerations'

/** How the line of a voice is drawn: colour and pattern together, so that it can be told without colour (WCAG 1.4.1). */
export interface VoiceLine {
  /** A value for CSS. */
  readonly colour: string
  /** `stroke-dasharray` in board pixels; '' = a whole line. */
  readonly dashes: string
  /** Whether each of its points is a face; else a dot. Faces are for those whose journey it is. */
  readonly faces: boolean
}

export const voiceLines: Readonly<Record<Voice, VoiceLine>> = {
  client: { colour: 'var(--voice-client)', dashes: '', faces: true },
  informal_carer: { colour: 'var(--voice-informal_carer)', dashes: '16 8', faces: true },
  expert_by_experience: { colour: 'var(--voice-client)', dashes: '24 5', faces: true },
  professional: { colour: 'var(--voice-professional)', dashes: '0.1 7', faces: false },
  partner: { colour: 'var(--voice-professional)', dashes: '8 7', faces: false },
  policy: { colour: 'var(--voice-policy)', dashes: '12 7 0.1 7', faces: false },
  employer: { colour: 'var(--text)', dashes: '12 7 0.1 7 0.1 7', faces: false },
}
