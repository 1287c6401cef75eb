import type { MyApplication } from '@muster/client';
import { PortalPage, Skeleton } from '@muster/ui';
import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { useMyApplications } from '../data/applications.js';
import { useMyText } from '../messages/my/use-my-text.js';
import { ProblemState } from './problem-state.js';
import { QueryView } from './query-view.js';

export interface OwnApplicationProps {
  /** Whether the page can do with it what it is for. Default: any application will do. */
  readonly isFor?: (application: MyApplication) => boolean;
  /** What is said when it cannot. Default: that there is no such application. */
  readonly missing?: { readonly title: string; readonly text: string };
  readonly skeleton?: ReactNode;
  /** Shown in its place once the page has done its work. */
  readonly done?: ReactNode;
  readonly children: (application: MyApplication, all: readonly MyApplication[]) => ReactNode;
}

/** A page about the one of the person's applications that its address names. */
export function OwnApplication({
  isFor = () => true,
  missing,
  skeleton = <Skeleton shape="page" />,
  done,
  children,
}: OwnApplicationProps) {
  const t = useMyText();
  const { applicationId } = useParams();
  const applications = useMyApplications();
  return (
    <PortalPage>
      {done ?? (
        <QueryView query={applications} skeleton={skeleton} isPage>
          {(all) => {
            const application = all.find(({ id }) => id === applicationId);
            if (application !== undefined && isFor(application)) return children(application, all);
            const words = missing ?? { title: t('gone.title'), text: t('gone.text') };
            return <ProblemState problem={{ kind: 'Missing' }} missing={words} isPage />;
          }}
        </QueryView>
      )}
    </PortalPage>
  );
}
