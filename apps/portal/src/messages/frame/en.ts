export const frameEn = {
  'nav.home': 'Home',
  'nav.vacancies': 'Vacancies',
  'nav.articles': 'Help articles',
  'nav.my': 'My application',
  'nav.cases': 'My cases',
  'nav.signIn': 'Sign in',
  'menu.details': 'My details',
  'menu.signOut': 'Sign out',
  'footer.accessibility': 'Accessibility',
  'footer.data': 'Your data',
  'footer.open': 'Runs on Muster, open software for public service',

  'state.signIn.title': 'Sign in to see this page',
  'state.signIn.text': 'It belongs to one person, so we need to know who you are.',
  'state.signIn.action': 'Sign in',
  'state.denied.title': 'This page is not open to your account',
  'state.denied.text':
    'You are signed in as {name}. If you think you should see this page, ask the person you deal with at the agency.',
  'state.notFound.title': 'This page does not exist',
  'state.notFound.text': 'The address may be mistyped, or what was here is gone.',
  'state.home': 'Go to the first page',
  'state.failed.title': 'This page could not be loaded',
  'state.offline.title': 'You are offline',
  'state.offline.text': 'Nothing was lost. Try again when you have a connection.',
  'state.offline.waiting': 'Nothing was lost. The page opens by itself as soon as you have a connection.',
  'state.retry': 'Try again',
  'state.crashed.title': 'Something went wrong on this page',
  'state.crashed.text': 'What you had saved is safe. Load the page again; if it happens again, write to us.',
  'state.crashed.action': 'Load the page again',

  'problem.offline': 'We could not reach the server. Check your connection and try again.',
  'problem.signedOut': 'Your session has ended. Sign in again and you can go on where you stopped.',
  'problem.denied': 'Your account is not allowed to do this.',
  'problem.busy': 'Too many tries in a short time. Wait a minute and try again.',
  'problem.changed': 'Somebody changed this in the meantime. Load the page again to see it as it is now.',
  'problem.failed': 'Something went wrong on our side. It was not your fault. Please try again.',
  'problem.kept': 'What you entered is still here.',

  'accessibility.title': 'Accessibility',
  'accessibility.lead':
    'Everybody should be able to use this site. It is built to the Web Content Accessibility Guidelines 2.2, level AA.',
  'accessibility.can.title': 'What you can do',
  'accessibility.can.keyboard':
    'Use every page with the keyboard alone. The Tab key moves on, and the first stop jumps past the menu.',
  'accessibility.can.zoom': 'Make the text four times as large without scrolling sideways.',
  'accessibility.can.reader':
    'Have it read out by a screen reader. Each page says where you are and what changed.',
  'accessibility.can.look':
    'Choose light or dark at the foot of each page. Movement stops when your device asks for less of it.',
  'accessibility.can.time': 'Take your time. Each answer is kept, so you can stop and come back.',
  'accessibility.tell.title': 'If something does not work for you',
  'accessibility.tell.text':
    'Tell the person you deal with at the agency, so that they can help you in another way.',

  'data.title': 'Your data',
  'data.lead': 'What is kept about you, who reads it, and what you can do.',
  'data.kept.title': 'What is kept',
  'data.kept.text':
    'Your name and how to reach you, the answers and documents you give, the results of each step, and the messages between you and the agency.',
  'data.read.title': 'Who reads it',
  'data.read.text':
    'The people who handle your application, and only for that. What the clinic finds is open to the clinic alone, and what the background check finds to the investigators alone. The people who handle your application see the result; everybody else sees no more than that the step is done.',
  'data.never.title': 'What is never done',
  'data.never.text':
    'No computer scores or ranks you. People decide, and each decision is recorded with its reason.',
  'data.device.title': 'On your device',
  'data.device.text':
    'One cookie keeps you signed in. Your language, light or dark, and text you have not sent yet stay on this device. Nothing follows you to other sites.',
  'data.rights.title': 'What you can do',
  'data.rights.text':
    'See and change your contact details under “My details”, read everything you answered, and withdraw an application at any time.',
} as const;
