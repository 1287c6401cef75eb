import type { MusterError } from '@muster/kernel';
import type { ApiRequest, ApiResponse } from './api-request.js';

/** One of the API's families: the paths below a prefix, which share how they answer and how they fail. */
export interface Family {
  /** Fixed first segments, lower case. */
  readonly prefix: readonly string[];
  /** `segments` are those after the prefix. @throws MusterError, MusterErrors */
  handle(request: ApiRequest, segments: readonly string[]): Promise<ApiResponse>;
  present(errors: readonly [MusterError, ...MusterError[]], request: ApiRequest): ApiResponse;
}
