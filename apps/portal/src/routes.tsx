import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import { Route, Routes } from 'react-router';
import { PortalFrame } from './frame/portal-frame.js';
import { pageCode } from './page-code.js';

function page<Name extends string>(
  load: () => Promise<Record<Name, ComponentType>>,
  name: Name,
): LazyExoticComponent<ComponentType> {
  return lazy(async () => ({ default: (await load())[name] }));
}

const Home = page(pageCode.home, 'HomeScene');
const Jobs = page(pageCode.jobs, 'JobsScene');
const Job = page(pageCode.job, 'JobScene');
const StartApplication = page(pageCode.start, 'StartScene');
const SignIn = page(pageCode.signIn, 'SignInScene');
const Forgot = page(pageCode.forgot, 'ForgotScene');
const CreateAccount = page(pageCode.createAccount, 'CreateAccountScene');
const Confirm = page(pageCode.confirm, 'ConfirmScene');
const Apply = page(pageCode.apply, 'ApplyScene');
const Sent = page(pageCode.sent, 'SentScene');
const My = page(pageCode.my, 'MyScene');
const MyOne = page(pageCode.myOne, 'MyOneScene');
const Withdraw = page(pageCode.withdraw, 'WithdrawScene');
const Offer = page(pageCode.offer, 'OfferScene');
const Details = page(pageCode.details, 'DetailsScene');
const Articles = page(pageCode.articles, 'ArticlesScene');
const Article = page(pageCode.article, 'ArticleScene');
const Cases = page(pageCode.cases, 'CasesScene');
const NewCase = page(pageCode.newCase, 'NewCaseScene');
const Case = page(pageCode.case, 'CaseScene');
const Accessibility = page(pageCode.accessibility, 'AccessibilityScene');
const YourData = page(pageCode.yourData, 'YourDataScene');
const NotFound = page(pageCode.notFound, 'NotFoundScene');

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
