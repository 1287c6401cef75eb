/** What recruiting says about reviews, waivers and holds, in English. */
export const exceptionsEn = {
  'channel.email': 'by e-mail',
  'channel.in_person': 'in person',
  'channel.letter': 'by letter',
  'channel.phone': 'by phone',

  'do.decide_review': 'Decide the review',
  'do.hold': 'Put on hold',
  'do.record_review': 'Record a request for review',
  'do.release': 'End the hold',
  'do.waive': 'Waive: {step}',

  'error.hold_until_past': 'The last day of the hold must be a day to come.',
  'error.no_decision': 'There is no such decision, or a review of it has been asked for already.',
  'error.own_decision': 'You took this decision. Somebody else has to look at it again.',

  'event.hold.ended': '{step}: hold ended',
  'event.hold.lapsed': '{step}: hold ended on its day',
  'event.hold.started': '{step}: put on hold',
  'event.hold.started_until': '{step}: put on hold until {day}',
  'event.review.granted': 'Review: the decision is changed',
  'event.review.refused': 'Review: the decision stands',
  'event.review.requested': 'Review asked for',
  'event.review.requested_by': 'Review asked for {channel}',

  'hold.because': 'On hold: {reason}',
  'hold.until': 'On hold until {day}: {reason}',
  'hold.waits.agency': 'It is our turn. You need not do anything.',
  'hold.waits.candidate': 'It goes on as soon as we hear from you.',
  'hold.waits.third_party': 'We are waiting for somebody else. You need not do anything.',

  'notice.hold.body':
    'Hello {name},\n\nwe have put this on hold{until}: {what}.\nThe reason: {reason}\n\nWhat you have passed keeps its dates. If something here is not right, answer under “My application”.',
  'notice.hold.subject': 'On hold: {what}',
  'notice.hold.until': ' until {day}',
  'notice.hold_over.body':
    'Hello {name},\n\nthe hold is over, and this goes on: {what}.\n\nUnder “My application” you can see what comes next.',
  'notice.hold_over.subject': 'It goes on: {what}',
  'notice.reason_inside': 'you find it under “My application”',
  'notice.review_asked.body':
    'Hello {name},\n\nyou have asked us to look at this again: {what}\n\nSomebody who did not take the decision does so, and we write to you. You need not do anything until then.',
  'notice.review_asked.subject': 'We look at it again',
  'notice.review_changed.body':
    'Hello {name},\n\nwe have looked at this again: {what}\n\nThe decision is changed and no longer counts. Your application goes on from where it was.\nThe reason: {reason}\n\nUnder “My application” you can see what comes next.',
  'notice.review_changed.subject': 'Your review: the decision is changed',
  'notice.review_upheld.body':
    'Hello {name},\n\nwe have looked at this again: {what}\n\nThe decision stands.\nThe reason: {reason}\n\nThank you for your patience.',
  'notice.review_upheld.subject': 'Your review: the decision stands',
  'notice.waived.body':
    'Hello {name},\n\nyou need not do this: {what}. It counts as done, and your application goes on without it.',
  'notice.waived.subject': 'You need not do this: {what}',

  'problem.not_waivable': '{step} may not be waived: its process does not allow it.',
  'problem.review_late': 'A review of this could be asked for until {until}.',
  'process.bad_waiver': 'A step of this kind can never be waived.',

  'queue.on_hold.description': 'Stopped with a reason. Find out whether it still holds.',
  'queue.on_hold.label': 'On hold',
  'queue.on_hold.step': 'Hold',

  'review.changed':
    'We looked at it again. On {day} the decision was changed: it no longer counts, and your application goes on.',
  'review.of_end': 'Your application has ended: {reason}',
  'review.of_step': '{step}: {outcome}',
  'review.upheld': 'We looked at it again. On {day} we found that the decision stands.',
  'review.waiting':
    'You asked for a review on {day}. Somebody who did not take the decision looks at it and writes to you.',

  'sentence.on_hold': 'On hold since {day}; next move: {who}',
  'sentence.on_hold_until': 'On hold since {day}, until {until}; next move: {who}',
  'sentence.review': 'review asked for {day}',
  'sentence.step_on_hold': '{step} on hold since {day}; next move: {who}',

  'step.waived': 'You need not do this',

  'where.on_hold': 'Your application is on hold since {day}, because: {reason}',
  'where.on_hold_until': 'Your application is on hold until {day}, because: {reason}',
  'where.step_on_hold': 'This is on hold since {day}: {step}. The reason: {reason}',
} as const;
