import type { Random } from '@muster/kernel';
import type { Operation } from '@muster/records';
import type { FileStore } from '@muster/store';
import { answer, documentOperation, questionnaire } from './candidate/answer-questions.js';
import { askForReview } from './candidate/ask-for-review.js';
import { myApplications } from './candidate/my-applications.js';
import { changeMyDetails, readMyDetails } from './candidate/my-details.js';
import { answerOffer, reply, withdraw } from './candidate/own-changes.js';
import { startApplication } from './candidate/start-application.js';
import { submitApplicationOperation } from './candidate/submit-application.js';
import { dashboard } from './figures/dashboard.js';
import { closePosting, publishPosting } from './postings/publish-posting.js';
import { requisitionChoices } from './postings/requisition-choices.js';
import { createRequisition, requisitions } from './postings/requisitions.js';
import { posting, postings } from './postings/vacancies.js';
import { changeDraft, draftProcess, publishProcess } from './processes/draft-and-publish.js';
import { processes } from './processes/list-processes.js';
import { moveApplications, previewMove } from './processes/move-applications.js';
import { processVersion } from './processes/process-version.js';
import { applicants } from './staff/applicants.js';
import { application } from './staff/application-view.js';
import { board, boardColumnPage } from './staff/board.js';
import { adjudicate, closeApplication, recordFact, reverseEvent } from './staff/decide.js';
import { enterOnDuty } from './staff/enter-on-duty.js';
import { hold, releaseHold } from './staff/holds.js';
import { home } from './staff/home.js';
import { makeOffer } from './staff/make-offer.js';
import { addNote, sendMessage, takeBackMessage } from './staff/notes-and-messages.js';
import { recordResult } from './staff/record-result.js';
import { decideReview, recordReview } from './staff/reviews.js';
import { deleteView, savedViews, saveView } from './staff/saved-views.js';
import { waiveStep } from './staff/waive-step.js';
import { scheduleStep, setWaitingOn } from './staff/work-on-step.js';

/** Every operation of recruiting, as `contract.ts` describes them. */
export function recruitingOperations(files: FileStore, random: Random): readonly Operation[] {
  const operations = [
    postings,
    posting,
    startApplication,
    questionnaire,
    answer,
    documentOperation(files),
    submitApplicationOperation(random),
    myApplications,
    withdraw,
    answerOffer,
    reply,
    askForReview,
    readMyDetails,
    changeMyDetails,
    home,
    applicants,
    savedViews,
    saveView,
    deleteView,
    board,
    boardColumnPage,
    application,
    recordResult,
    scheduleStep,
    setWaitingOn,
    makeOffer,
    enterOnDuty,
    recordFact,
    adjudicate,
    closeApplication,
    reverseEvent,
    recordReview,
    decideReview,
    hold,
    releaseHold,
    waiveStep,
    addNote,
    sendMessage,
    takeBackMessage,
    requisitions,
    requisitionChoices,
    createRequisition,
    publishPosting,
    closePosting,
    processes,
    processVersion,
    draftProcess,
    changeDraft,
    publishProcess,
    previewMove,
    moveApplications,
    dashboard,
  ];
  return operations as readonly Operation[];
}
