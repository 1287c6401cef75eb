import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import { Route, Routes } from 'react-router';
import { PortalFrame } from './frame/portal-frame.js';

/** A page whose code is loaded when somebody goes there. */
function page<Name extends string>(
  load: () => Promise<Record<Name, ComponentType>>,
  name: Name,
): LazyExoticComponent<ComponentType> {
  return lazy(async () => ({ default: (await load())[name] }));
}

const Home = page(() => import('./scenes/home/home-scene.js'), 'HomeScene');
const Jobs = page(() => import('./scenes/jobs/jobs-scene.js'), 'JobsScene');
const Job = page(() => import('./scenes/job/job-scene.js'), 'JobScene');
const StartApplication = page(() => import('./scenes/job/start-scene.js'), 'StartScene');
const SignIn = page(() => import('./scenes/sign-in/sign-in-scene.js'), 'SignInScene');
const Forgot = page(() => import('./scenes/sign-in/forgot-scene.js'), 'ForgotScene');
const CreateAccount = page(
  () => import('./scenes/create-account/create-account-scene.js'),
  'CreateAccountScene',
);
const Confirm = page(() => import('./scenes/confirm/confirm-scene.js'), 'ConfirmScene');
const Apply = page(() => import('./scenes/apply/apply-scene.js'), 'ApplyScene');
const Sent = page(() => import('./scenes/apply/sent-scene.js'), 'SentScene');
const My = page(() => import('./scenes/my/my-scene.js'), 'MyScene');
const MyOne = page(() => import('./scenes/my/my-one-scene.js'), 'MyOneScene');
const Withdraw = page(() => import('./scenes/withdraw/withdraw-scene.js'), 'WithdrawScene');
const Offer = page(() => import('./scenes/offer/offer-scene.js'), 'OfferScene');
const Details = page(() => import('./scenes/details/details-scene.js'), 'DetailsScene');
const Articles = page(() => import('./scenes/articles/articles-scene.js'), 'ArticlesScene');
const Article = page(() => import('./scenes/article/article-scene.js'), 'ArticleScene');
const Cases = page(() => import('./scenes/cases/cases-scene.js'), 'CasesScene');
const NewCase = page(() => import('./scenes/new-case/new-case-scene.js'), 'NewCaseScene');
const Case = page(() => import('./scenes/case/case-scene.js'), 'CaseScene');
const Accessibility = page(() => import('./scenes/plain/accessibility-scene.js'), 'AccessibilityScene');
const YourData = page(() => import('./scenes/plain/your-data-scene.js'), 'YourDataScene');
const NotFound = page(() => import('./scenes/plain/not-found-scene.js'), 'NotFoundScene');

/** Every address of the portal and the page it shows. */
export function PortalRoutes() {
  return (
    <Routes>
      <Route element={<PortalFrame />}>
        <Route index element={<Home />} />
        <Route path="jobs" element={<Jobs />} />
        <Route path="jobs/:number" element={<Job />} />
        <Route path="jobs/:number/apply" element={<StartApplication />} />
        <Route path="sign-in" element={<SignIn />} />
        <Route path="forgotten-password" element={<Forgot />} />
        <Route path="create-account" element={<CreateAccount />} />
        <Route path="confirm" element={<Confirm />} />
        <Route path="apply/:applicationId" element={<Apply />} />
        <Route path="apply/:applicationId/sent" element={<Sent />} />
        <Route path="my" element={<My />} />
        <Route path="my/:applicationId" element={<MyOne />} />
        <Route path="my/:applicationId/withdraw" element={<Withdraw />} />
        <Route path="my/:applicationId/offer" element={<Offer />} />
        <Route path="me" element={<Details />} />
        <Route path="articles" element={<Articles />} />
        <Route path="articles/:urlName" element={<Article />} />
        <Route path="cases" element={<Cases />} />
        <Route path="cases/new" element={<NewCase />} />
        <Route path="cases/:id" element={<Case />} />
        <Route path="accessibility" element={<Accessibility />} />
        <Route path="your-data" element={<YourData />} />
        <Route path="*" element={<NotFound />} />
      </Route>
    </Routes>
  );
}
