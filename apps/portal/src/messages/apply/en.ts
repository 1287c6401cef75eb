export const applyEn = {
  'progress.first': 'Question 1',
  progress: 'Question {position} of about {of}',
  'progress.last': 'Question {position}, the last one',
  saved: 'Saved {time}',
  'saved.nothing': 'Nothing saved yet',
  why: 'Why we ask',
  continue: 'Continue',
  back: 'Back',
  later: 'Stop here and come back later',
  yes: 'Yes',
  no: 'No',
  characters: '{count, plural, one {# character left} other {# characters left}}',

  'missing.yes_no': 'Choose yes or no',
  'missing.choice': 'Choose one of the answers',
  'missing.choices': 'Choose at least one answer',
  'missing.text': 'Write your answer',
  'missing.long_text': 'Write your answer',
  'missing.number': 'Enter a number',
  'missing.date': 'Enter a day, a month and a year',
  'missing.document': 'Choose a file or take a photo',
  'missing.phone': 'Enter a phone number',
  'missing.address': 'Enter your address',
  'wrong.number': 'Use digits only, such as 12',
  'wrong.phone': 'Enter a phone number with digits, such as +1 555 0100',
  'wrong.long':
    '{count, plural, one {Shorten your answer by # character} other {Shorten your answer by # characters}}',

  'save.failed': 'Your answer is not saved yet',

  'document.types': 'PDF, Word or a photo',
  'document.tooBig':
    'The file has {size}, and the most we can take is {most}. Take the photo again with a smaller picture size, or send a PDF.',
  'document.empty': 'The file is empty. Choose another one.',
  'document.sending': 'Wait until the file is received, then continue',

  'stop.rule': 'The rule',
  'stop.possible': 'What is possible',
  'stop.mistake': 'Did you choose the wrong answer? <back>Change it</back>',
  'stop.others': 'See other vacancies',

  'review.title': 'Check your answers',
  'review.lead': 'Nothing is sent yet. You can still change everything.',
  'review.change': 'Change',
  'review.changeWhat': 'Change: {question}',
  'review.truth': 'When you send your application you say that these answers are true as far as you know.',
  'review.send': 'Send my application',
  'review.failed': 'Your application is not sent yet',

  'sent.title': 'Your application is with us',
  'sent.number': 'Your number',
  'sent.numberWhy': 'Give it when you write or call. It says nothing about you.',
  'sent.at': 'Sent on {time}',
  'sent.next.title': 'What happens next',
  'sent.my': 'See my application',
  'sent.mail': 'We write to {email} when something happens.',

  'done.title': 'Your answers',
  'done.text':
    'You have sent this application, so the answers stand as they are. If one was wrong, write to us on the page of your application.',
  'done.back': 'My application',

  'gone.title': 'There is no such application',
  'gone.text': 'The link may be mistyped, or it belongs to another account.',
} as const;
