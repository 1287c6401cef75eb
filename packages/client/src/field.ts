import type {
  AddCaseComment,
  AnswerCase,
  AssignCase,
  CaseQueue,
  CaseSummary,
  CaseView,
  Choice,
  FileCase,
} from '@muster/field';
import { operationsOf } from './operations.js';
import type { Send } from './sender.js';

export interface CaseQuery {
  readonly queue?: string;
  readonly search?: string;
  readonly status?: string;
}

/** Cases: filed and followed by members, answered by support. */
export function fieldClient(send: Send) {
  const { read, get, post } = operationsOf(send, 'field');
  return {
    topics: read<readonly Choice[]>('topics'),
    fileCase: post<FileCase, CaseView>('file-case'),
    myCases: read<readonly CaseSummary[]>('my-cases'),
    myCase: get<{ readonly id: string }, CaseView>('my-case'),
    myCaseComment: post<AddCaseComment, CaseView>('my-case-comment'),
    cases: get<CaseQuery, CaseQueue>('cases'),
    case: get<{ readonly id: string }, CaseView>('case'),
    answerCase: post<AnswerCase, CaseView>('answer-case'),
    assignCase: post<AssignCase, CaseView>('assign-case'),
  };
}
