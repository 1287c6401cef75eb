/** The frame of Setup: each page has its title, `page.<key>`, and what it is for, `page.<key>.what`. */
export const setupEn = {
  title: 'Setup',
  lead: 'How the agency is set up: who works here, what is recorded, and whether all is well.',
  nav: 'Pages of Setup',
  search: 'Find a page of Setup',
  'noMatch.title': 'Nothing matches',
  'noMatch.text': 'No page of Setup that you may open holds these words.',
  'noMatch.action': 'Clear the search',

  'group.people': 'People and rights',
  'group.objects': 'Objects and pages',
  'group.process': 'Hiring',
  'group.messages': 'Mail',
  'group.data': 'Data',
  'group.system': 'System',

  'page.users': 'Users',
  'page.users.what': 'Invite people, change, freeze and deactivate accounts, hand over records.',
  'page.permissions': 'Permission sets and profiles',
  'page.permissions.what': 'Who may do what: objects, fields, permissions, record types, tabs.',

  'page.objects': 'Objects and fields',
  'page.objects.what': 'Make and change objects, fields, record types, layouts and list views.',

  'page.processes': 'Hiring processes',
  'page.processes.what': 'Draft, compare and publish the steps applicants go through.',

  'page.mail': 'Mail',
  'page.mail.what': 'Server and sender, a test mail, what became of the newest mails.',
  'page.jobs': 'Jobs and failures',
  'page.jobs.what': 'What waits, runs or failed, the clock jobs, bulk loads.',
  'page.deploys': 'Deploy history',
  'page.deploys.what': 'Every change of metadata, with what it changed.',
  'page.health': 'System health',
  'page.health.what': 'Versions, database, disk, what waits.',

  'page.export': 'Export',
  'page.export.what': 'Take records out as CSV, by object or by query; past exports.',
  'page.import': 'Import',
  'page.import.what': 'Load records from a CSV file: tried first, undone if need be.',
} as const;
