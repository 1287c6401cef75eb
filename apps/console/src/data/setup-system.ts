import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useClient } from './client-context.js';
import { keys } from './keys.js';

/** How often pages about what is going on look again. */
const LOOK_AGAIN = 10_000;

/** How the server and its database are. */
export function useHealth() {
  const { setup } = useClient();
  return useQuery({ queryKey: keys.setupHealth, queryFn: setup.health, refetchInterval: LOOK_AGAIN });
}

/** The queue of jobs. */
export function useJobs() {
  const { setup } = useClient();
  return useQuery({ queryKey: keys.setupJobs, queryFn: setup.jobs, refetchInterval: LOOK_AGAIN });
}

/** The clock jobs. */
export function useSchedule() {
  const { setup } = useClient();
  return useQuery({ queryKey: keys.setupSchedule, queryFn: setup.schedule, refetchInterval: LOOK_AGAIN });
}

/** Loads of many records. */
export function useBulkLoads() {
  const { setup } = useClient();
  return useQuery({ queryKey: keys.setupBulkLoads, queryFn: setup.bulkLoads, refetchInterval: LOOK_AGAIN });
}

/** Lets a job run again. */
export function useRetryJob() {
  const { setup } = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: setup.retryJob,
    onSettled: () => queries.invalidateQueries({ queryKey: keys.setupJobs }),
  });
}

/** How mail leaves, and the newest mails. */
export function useMail() {
  const { setup } = useClient();
  return useQuery({ queryKey: keys.setupMail, queryFn: setup.mail, refetchInterval: LOOK_AGAIN });
}

/** Sends a test mail, and lets one that failed try again. */
export function useMailChanges() {
  const { setup } = useClient();
  const queries = useQueryClient();
  const onSuccess = () => queries.invalidateQueries({ queryKey: keys.setupMail });
  return {
    test: useMutation({ mutationFn: setup.sendTestMail, onSuccess }),
    retry: useMutation({ mutationFn: setup.retryMail, onSuccess }),
  };
}

/** Deploys, newest first, page by page. */
export function useDeploys() {
  const { metadata } = useClient();
  return useInfiniteQuery({
    queryKey: keys.setupDeploys,
    queryFn: ({ pageParam }) => metadata.deploys(pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextRecordsUrl }) => nextRecordsUrl ?? undefined,
  });
}

/** One deploy with what it did to each component. */
export function useDeploy(id: string) {
  const { metadata } = useClient();
  return useQuery({ queryKey: keys.setupDeploy(id), queryFn: () => metadata.deployOf(id) });
}
