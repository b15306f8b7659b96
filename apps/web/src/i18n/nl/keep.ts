/** Texts about what is kept of a session: earlier versions, how long, where. */
export const keep = {
  title: 'Bewaren',
  open: '{{state}}. Open ‘Bewaren’.',
  intro: 'Alles op dit bord wordt vanzelf bewaard, terwijl u werkt.',
  until: {
    title: 'Bewaren tot en met {{date}}',
    byItself:
      'Daarna wissen wij alles van deze sessie. Zolang u de sessie gebruikt, schuift deze dag op: steeds 30 dagen na het laatste gebruik.',
    chosen: 'Daarna wissen wij alles van deze sessie. Deze dag is door een begeleider gekozen.',
    soon_zero: 'Vandaag is de laatste dag',
    soon_one: 'Nog 1 dag',
    soon_other: 'Nog {{count}} dagen',
    soonText: 'Haal de acties en het bord op als bestand, of kies een latere dag.',
    choose: 'Kies een andere dag',
    latest: 'Uiterlijk {{date}}: een jaar na het begin.',
    set: 'Bewaar tot deze dag',
    failed: 'Dat lukt niet. Kies een dag vanaf vandaag, en binnen een jaar na het begin.',
    notice_zero:
      'Vandaag is de laatste dag van deze sessie. Daarna wordt alles gewist. Bij ‘Bewaren’ kiest u een latere dag.',
    notice_one: 'Over 1 dag wordt deze sessie gewist. Bij ‘Bewaren’ kiest u een latere dag.',
    notice_other: 'Over {{count}} dagen wordt deze sessie gewist. Bij ‘Bewaren’ kiest u een latere dag.',
    noticeLast:
      'Deze sessie wordt binnen een dag gewist. Haal de acties en het bord op, of kies bij ‘Bewaren’ een latere dag.',
  },
  people: {
    title: 'Bijdragen van iemand wissen',
    text: 'Wil iemand niet meer op dit bord staan? Dan wist u hier alles van haar of hem.',
    none: 'Er is nog niemand anders in deze sessie.',
    act: 'Wissen',
    sureTitle: 'Alles van {{name}} wissen?',
    sureText:
      'Weg gaan: de kaartjes, woorden en stemmen van deze persoon, en de naam. Bewaarde versies waar iets van deze persoon in kan staan, gaan ook weg. Het bord wordt opnieuw gemaakt: iedereen ziet het even laden. Dit kunt u niet terugdraaien.',
    sure: 'Wis alles van deze persoon',
  },
  session: {
    title: 'Sessie wissen',
    text: 'Alles van deze sessie gaat weg: het bord, de acties, de mensen en de links. Voor iedereen, en voorgoed.',
    act: 'Sessie wissen',
    sureTitle: 'Deze sessie voorgoed wissen?',
    sureText: 'Haal eerst op wat u wilt houden. Wissen kunt u niet terugdraaien.',
    type: 'Typ ter controle de naam van de sessie: {{title}}',
    sure: 'Wis de sessie',
  },
  copies: {
    title: 'Op het eigen apparaat',
    text: 'Valt de verbinding weg, dan staat nieuw werk alleen in het open tabblad. Met een kopie op het eigen apparaat is het ook na een storing niet weg. Zet dit niet aan als mensen op een gedeeld apparaat werken.',
    allow: 'Mensen mogen een kopie op hun eigen apparaat zetten',
    failed: 'Dit is niet veranderd. Probeer het nog eens.',
  },
  ownDevice: {
    question:
      'Valt de verbinding weg? Dan kan uw laatste werk hier op dit apparaat blijven staan tot u er weer bij bent. Doe dit alleen op een apparaat van uzelf.',
    yes: 'Ja, dit is mijn apparaat',
    no: 'Nee',
  },
  aftermath: {
    restored_one: 'Uw werk van {{time}} is terug: {{count}} wijziging die nog niet bewaard was.',
    restored_other: 'Uw werk van {{time}} is terug: {{count}} wijzigingen die nog niet bewaard waren.',
    gone_one: 'Uw werk sinds {{time}} is weg: {{count}} wijziging die nog niet bewaard was.',
    gone_other: 'Uw werk sinds {{time}} is weg: {{count}} wijzigingen die nog niet bewaard waren.',
  },
} as const
