export const en = {
  'agency.name': 'Marrenfell Border and Rescue Service',
  'home.title': 'Work with us',
  'home.lead':
    'We check travellers and goods at ports and passes, and we rescue people on water and mountain.',
  'nav.vacancies': 'Vacancies',
  'notFound.title': 'This page does not exist',
  'notFound.text': 'The address may be mistyped, or the page may have moved.',
  'notFound.home': 'Go to the first page',
  'footer.accessibility': 'Accessibility',
  'footer.privacy': 'Privacy',
  'footer.use': 'What this system is used for',
} as const;
