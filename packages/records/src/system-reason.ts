/**
 * Why a piece of work runs with all rights. The list is short on purpose: each entry is a door past the rights of
 * whoever acts, and the author of what is written stays that person.
 */
export type SystemReason =
  /** Signing in, registering, confirming an address: nobody is signed in yet. */
  | 'sign-in'
  /** Installing and upgrading solutions and loading the demo. */
  | 'installation'
  /** A hiring event changes the projection and the history that nobody may edit by hand. */
  | 'hiring-event'
  /** A posting is published or closed: it says what process and questionnaire ask, and keeps saying it. */
  | 'publishing'
  /** A candidate's own application: rows the candidate owns the facts of but may not write directly. */
  | 'own-application'
  /** Clock jobs: expiries, lapses, sending messages whose undo window has passed. */
  | 'clock'
  /** A case or reply filed from the portal is given an owner and a number. */
  | 'own-case'
  /** Who a case is for and who spoke in it, read for those who may see the case and have no right to people. */
  | 'case-person'
  /** Fields the system fills itself: what a file is, its document's newest version, the time zone of a new user. */
  | 'own-fields'
  /** Rules about users: who holds which powers, who else is an administrator. */
  | 'user-rules'
  /** A lead becomes a contact, or two people one: what pointed at one points at the other. */
  | 'one-person'
  /** Figures over records the reader may not open one by one; only counts leave. */
  | 'figures';
