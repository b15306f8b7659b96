/** Words about drawing experience curves, and about the gap between them. */
export const curve = {
  mean: 'gemiddeld',
  empty: 'nog leeg',
  gap: 'verschil {{size}}',
  largestGap: 'grootste verschil: {{size}}',
  showGaps: 'Verschil tonen',
  atStep: 'Stap {{place}} van {{of}}: {{name}}. {{face}}.',
  noFace: 'Nog geen gezicht',
  strip: {
    label: 'Gevoelslijn tekenen',
    howOwn: 'Teken in één haal over de stappen.',
    howNew: 'Teken in één haal over de stappen. Dat wordt een nieuwe lijn.',
    further: 'U tekent verder in deze lijn: {{name}}.',
    locked: 'Deze reis staat vast. U kunt er niet in tekenen.',
    noLane: 'Deze reis heeft geen open baan “Gevoelslijn”. Zet die eerst aan.',
    who: 'Voor wie tekent u?',
    self: 'Voor mijzelf',
    other: 'Voor een ander: {{voice}}',
    another: 'Andere lijn',
  },
  walk: {
    before: 'Vorige stap',
    next: 'Volgende stap',
    place: 'Stap {{place}} van {{of}}',
  },
} as const
