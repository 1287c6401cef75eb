import type {
  AddNote,
  Adjudicate,
  ApplicantList,
  ApplicationView,
  Board,
  BoardColumn,
  ChangeDraft,
  CloseApplication,
  CreateRequisition,
  Dashboard,
  DecideReview,
  EnterOnDuty,
  GiveAnswer,
  GiveDocument,
  Home,
  MakeOffer,
  MovePreview,
  MyApplication,
  MyDetails,
  PostingSummary,
  PostingView,
  ProcessSummary,
  ProcessVersionView,
  PublishPosting,
  PutOnHold,
  QuestionnaireScreen,
  Receipt,
  RecordFact,
  RecordResult,
  RecordReview,
  ReleaseHold,
  RequisitionChoices,
  RequisitionRow,
  ReverseEvent,
  SavedView,
  ScheduleStep,
  SendMessage,
  SetWaitingOn,
  StartApplication,
  WaiveStep,
} from '@muster/recruiting';
import { operationsOf } from './operations.js';
import type { Send } from './sender.js';

/** A document of 10 MB over a slow line. */
const UPLOAD_TIMEOUT = 180_000;

export interface ApplicationInput {
  readonly applicationId: string;
  readonly clientKey?: string;
}

export interface ApplicantQuery {
  readonly search?: string;
  readonly phase?: string;
  readonly posting?: string;
  readonly status?: string;
  readonly waitingOn?: string;
  readonly owner?: string;
  readonly sort?: string;
  readonly offset?: number;
}

export interface BoardQuery {
  readonly process?: string;
  readonly posting?: string;
}

export interface MoveInput {
  readonly fromVersionId: string;
  readonly toVersionId: string;
}

/** From a vacancy to entry on duty: what candidates, staff and the chief do. */
export function recruitingClient(send: Send) {
  const { read, get, post } = operationsOf(send, 'recruiting');
  return {
    postings: get<{ readonly language?: string }, readonly PostingSummary[]>('postings'),
    posting: get<{ readonly number: string; readonly language?: string }, PostingView>('posting'),
    startApplication: post<StartApplication, { readonly applicationId: string }>('start-application'),
    questionnaire: get<{ readonly applicationId: string; readonly question?: string }, QuestionnaireScreen>(
      'questionnaire',
    ),
    answer: post<GiveAnswer, QuestionnaireScreen>('answer'),
    document: post<GiveDocument, QuestionnaireScreen>('document', UPLOAD_TIMEOUT),
    submitApplication: post<ApplicationInput, Receipt>('submit-application'),
    myApplications: read<readonly MyApplication[]>('my-applications'),
    withdraw: post<ApplicationInput & { readonly reason?: string }, MyApplication>('withdraw'),
    answerOffer: post<ApplicationInput & { readonly accept: boolean }, MyApplication>('answer-offer'),
    reply: post<ApplicationInput & { readonly body: string }, MyApplication>('reply'),
    askForReview: post<
      ApplicationInput & { readonly decision: string; readonly reason: string },
      MyApplication
    >('ask-for-review'),
    myDetails: read<MyDetails>('my-details'),
    saveMyDetails: post<MyDetails, MyDetails>('my-details'),

    home: read<Home>('home'),
    applicants: get<ApplicantQuery, ApplicantList>('applicants'),
    savedViews: read<readonly SavedView[]>('saved-views'),
    saveView: post<{ readonly label: string; readonly query: string }, readonly SavedView[]>('saved-views'),
    deleteView: post<{ readonly id: string }, readonly SavedView[]>('delete-view'),
    board: get<BoardQuery, Board>('board'),
    boardColumn: get<BoardQuery & { readonly phase: string; readonly offset: number }, BoardColumn>(
      'board-column',
    ),
    application: get<{ readonly id: string }, ApplicationView>('application'),
    recordResult: post<RecordResult, ApplicationView>('record-result'),
    scheduleStep: post<ScheduleStep, ApplicationView>('schedule-step'),
    waitingOn: post<SetWaitingOn, ApplicationView>('waiting-on'),
    makeOffer: post<MakeOffer, ApplicationView>('make-offer'),
    enterOnDuty: post<EnterOnDuty, ApplicationView>('enter-on-duty'),
    recordFact: post<RecordFact, ApplicationView>('record-fact'),
    adjudicate: post<Adjudicate, ApplicationView>('adjudicate'),
    closeApplication: post<CloseApplication, ApplicationView>('close-application'),
    reverseEvent: post<ReverseEvent, ApplicationView>('reverse-event'),
    recordReview: post<RecordReview, ApplicationView>('record-review'),
    decideReview: post<DecideReview, ApplicationView>('decide-review'),
    hold: post<PutOnHold, ApplicationView>('hold'),
    releaseHold: post<ReleaseHold, ApplicationView>('release-hold'),
    waiveStep: post<WaiveStep, ApplicationView>('waive-step'),
    addNote: post<AddNote, ApplicationView>('add-note'),
    sendMessage: post<SendMessage, ApplicationView>('send-message'),
    takeBackMessage: post<{ readonly messageId: string }, ApplicationView>('take-back-message'),

    requisitions: read<readonly RequisitionRow[]>('requisitions'),
    requisitionChoices: read<RequisitionChoices>('requisition-choices'),
    createRequisition: post<CreateRequisition, readonly RequisitionRow[]>('create-requisition'),
    publishPosting: post<PublishPosting, readonly RequisitionRow[]>('publish-posting'),
    closePosting: post<{ readonly postingId: string }, readonly RequisitionRow[]>('close-posting'),

    processes: read<readonly ProcessSummary[]>('processes'),
    processVersion: get<{ readonly id: string }, ProcessVersionView>('process-version'),
    draftProcess: post<{ readonly fromVersionId: string }, ProcessVersionView>('draft-process'),
    changeDraft: post<ChangeDraft, ProcessVersionView>('change-draft'),
    publishProcess: post<{ readonly versionId: string }, ProcessVersionView>('publish-process'),
    previewMove: get<MoveInput, MovePreview>('preview-move'),
    moveApplications: post<MoveInput, MovePreview>('move-applications'),

    dashboard: read<Dashboard>('dashboard'),
  };
}
