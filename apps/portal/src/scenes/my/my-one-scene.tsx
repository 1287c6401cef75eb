import { OwnApplication } from '../../components/own-application.js';
import { ApplicationPage } from './application-page.js';
import { ApplicationSkeleton } from './application-skeleton.js';

/** One of the person's applications. */
export function MyOneScene() {
  return (
    <OwnApplication skeleton={<ApplicationSkeleton />}>
      {(application, all) => <ApplicationPage application={application} hasOthers={all.length > 1} />}
    </OwnApplication>
  );
}
