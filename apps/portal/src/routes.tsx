import { LazyPage } from '@muster/ui';
import { Route, Routes } from 'react-router';
import { PortalFrame } from './frame/portal-frame.js';
import { pages } from './page-code.js';

/** Every address of the portal and the page it shows. */
export function PortalRoutes() {
  return (
    <Routes>
      <Route element={<PortalFrame />}>
        <Route index element={<LazyPage code={pages.home} />} />
        <Route path="jobs" element={<LazyPage code={pages.jobs} />} />
        <Route path="jobs/:number" element={<LazyPage code={pages.job} />} />
        <Route path="jobs/:number/apply" element={<LazyPage code={pages.start} />} />
        <Route path="sign-in" element={<LazyPage code={pages.signIn} />} />
        <Route path="forgotten-password" element={<LazyPage code={pages.forgot} />} />
        <Route path="create-account" element={<LazyPage code={pages.createAccount} />} />
        <Route path="confirm" element={<LazyPage code={pages.confirm} />} />
        <Route path="apply/:applicationId" element={<LazyPage code={pages.apply} />} />
        <Route path="apply/:applicationId/sent" element={<LazyPage code={pages.sent} />} />
        <Route path="my" element={<LazyPage code={pages.my} />} />
        <Route path="my/:applicationId" element={<LazyPage code={pages.myOne} />} />
        <Route path="my/:applicationId/withdraw" element={<LazyPage code={pages.withdraw} />} />
        <Route path="my/:applicationId/review" element={<LazyPage code={pages.review} />} />
        <Route path="my/:applicationId/offer" element={<LazyPage code={pages.offer} />} />
        <Route path="me" element={<LazyPage code={pages.details} />} />
        <Route path="articles" element={<LazyPage code={pages.articles} />} />
        <Route path="articles/:urlName" element={<LazyPage code={pages.article} />} />
        <Route path="cases" element={<LazyPage code={pages.cases} />} />
        <Route path="cases/new" element={<LazyPage code={pages.newCase} />} />
        <Route path="cases/:id" element={<LazyPage code={pages.case} />} />
        <Route path="accessibility" element={<LazyPage code={pages.accessibility} />} />
        <Route path="your-data" element={<LazyPage code={pages.yourData} />} />
        <Route path="*" element={<LazyPage code={pages.notFound} />} />
      </Route>
    </Routes>
  );
}
