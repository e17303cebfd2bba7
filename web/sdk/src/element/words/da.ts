import type { Words } from './en.ts';

export const da: Words = {
  call: (who) => `Ring til ${who}`,
  hangUp: (who) => `Læg på ${who}`,
  unavailable: 'Der kan ikke ringes lige nu',
  calling: 'Ringer op',
  pickUp: 'Tag din telefon',
  ringing: 'Ringer',
  connected: 'Forbundet',
  held: 'På hold',
  ended: 'Afsluttet',
  failed: (why) => (why === '' ? 'Ingen forbindelse' : `Ingen forbindelse: ${why}`),
  refused: (why) => (why === '' ? 'Opkaldet blev afvist' : `Afvist: ${why}`),
  noAnswer: 'Serveren svarede ikke',
  causes: {
    blocked: 'afvist',
    busy: 'optaget',
    callCancelled: 'afvist',
    callNotAnswered: 'intet svar',
    destNotObtainable: 'nummeret findes ikke',
    destOutOfOrder: 'ude af drift',
    doNotDisturb: 'vil ikke forstyrres',
    invalidNumberFormat: 'ikke et gyldigt nummer',
    numberUnallocated: 'nummeret findes ikke',
    trunksBusy: 'alle linjer er optaget',
  },
};
