export const en = {
  'agency.name': 'Marrenfell Border and Rescue Service',
  'home.title': 'Home',
  'nav.home': 'Home',
  'notFound.title': 'This page does not exist',
  'notFound.text': 'The address may be mistyped, or the record may have been deleted.',
  'notFound.home': 'Go to Home',
  'palette.goTo': 'Go to',
} as const;
