import type { share as dutch } from '../nl/share.ts'
import type { Translation } from '../Translation.ts'

export const share: Translation<typeof dutch> = {
  title: 'Invite',
  scan: 'Scan with your phone',
  scanText: 'Point the camera at the code and tap the link. You need no app and no account.',
  qr: 'QR code to join',
  onWall: 'Show it large',
  link: {
    participant: {
      title: 'Link for participants',
      text: 'Share this with everyone who takes part. It is the same as the code.',
    },
    screen: {
      title: 'Link for the big screen',
      text: 'Open this on the screen in the room. Nobody can change anything there.',
    },
    facilitator: {
      title: 'Your own link',
      text: 'With this you come back, also on another device. Share it only with who facilitates with you.',
    },
  },
  notHere: 'This link is not on this device. We do not keep it ourselves. You can make a new one.',
  renew: 'Make a new link',
  renewTitle: {
    participant: 'Make a new link for participants?',
    screen: 'Make a new link for the big screen?',
    facilitator: 'Make a new link for facilitators?',
  },
  renewText: {
    participant:
      'The old link and the old code stop working. Whoever came in by them is out and must open the new one. Everything on the board stays.',
    screen:
      'The old link stops working. The screen in the room goes off until you open the new one. Everything on the board stays.',
    facilitator:
      'The old link stops working. Other facilitators who came in by it are out and need the new one. You stay in yourself. Everything on the board stays.',
  },
  renewSure: 'Make a new link',
  renewing: 'One moment',
}
