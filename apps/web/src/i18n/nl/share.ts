/** Inviting: the links of a session. */
export const share = {
  title: 'Uitnodigen',
  scan: 'Scan met uw telefoon',
  scanText: 'Richt de camera op de code en tik op de link. U hebt geen app of account nodig.',
  qr: 'QR-code om mee te doen',
  onWall: 'Laat groot zien',
  link: {
    participant: {
      title: 'Link voor deelnemers',
      text: 'Deel deze met iedereen die meedoet. Het is dezelfde als de code.',
    },
    screen: {
      title: 'Link voor het grote scherm',
      text: 'Open deze op het scherm in de zaal. Daar kan niemand iets wijzigen.',
    },
    facilitator: {
      title: 'Uw eigen link',
      text: 'Hiermee komt u terug, ook op een ander apparaat. Deel deze alleen met wie mee begeleidt.',
    },
  },
  notHere: 'Deze link staat niet op dit apparaat. Wij bewaren hem zelf niet. U kunt wel een nieuwe maken.',
  renew: 'Nieuwe link maken',
  renewTitle: {
    participant: 'Nieuwe link voor deelnemers maken?',
    screen: 'Nieuwe link voor het grote scherm maken?',
    facilitator: 'Nieuwe link voor begeleiders maken?',
  },
  renewText: {
    participant:
      'De oude link en de oude code werken daarna niet meer. Wie daarmee binnenkwam, is eruit en moet de nieuwe openen. Alles op het bord blijft staan.',
    screen:
      'De oude link werkt daarna niet meer. Het scherm in de zaal gaat uit tot u de nieuwe opent. Alles op het bord blijft staan.',
    facilitator:
      'De oude link werkt daarna niet meer. Andere begeleiders die daarmee binnenkwamen, zijn eruit en hebben de nieuwe nodig. U blijft zelf binnen. Alles op het bord blijft staan.',
  },
  renewSure: 'Maak een nieuwe link',
  renewing: 'Bezig',
} as const
