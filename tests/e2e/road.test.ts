import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { desktop, openBrowser, visit } from '../support/browser.js';
import { startDemoServer } from '../support/demo-server.js';
import { keepPictures } from '../support/keep-pictures.js';
import * as apply from './road/apply.js';
import * as hire from './road/hire.js';
import * as holdUps from './road/hold-ups.js';
import { type Road, staff } from './road/people.js';
import * as see from './road/see.js';
import * as serve from './road/serve.js';

describe('the road', () => {
  let road: Road;
  let hasFailed = false;

  beforeAll(async () => {
    const ahead = { ms: 0 };
    const server = await startDemoServer({ clock: { now: () => Date.now() + ahead.ms } });
    const browser = await openBrowser();
    const iris = await visit(browser, server.url);
    const tomas = await visit(browser, server.url, { viewport: desktop, as: staff.tomas });
    road = { server, browser, iris, tomas, ahead };
  });
  afterAll(async () => {
    await road?.browser.close();
    await road?.server.close();
  });
  beforeEach((context) => {
    if (hasFailed) context.skip('an earlier stretch of the road failed');
  });
  afterEach(async ({ task }) => {
    if (task.result?.state !== 'fail' || hasFailed) return;
    hasFailed = true;
    await keepPictures(road.browser, 'road');
  });

  it('a newcomer finds the posting on her phone', () => apply.findThePosting(road));
  it('makes an account with the code from the outbox', () => apply.makeAccount(road));
  it('answers some questions', () => apply.answerSomeQuestions(road));
  it('goes on with another device where she was', () => apply.continueElsewhere(road));
  it('answers the rest', () => apply.answerTheRest(road));
  it('hands in a certificate, checked by its content', () => apply.handInTheCertificate(road));
  it('checks her answers, sends them and gets a receipt', () => apply.reviewAndSend(road));

  it('Tomas takes her from his queue', () => hire.takeFromTheQueue(road));
  it('opens her certificate', () => hire.openTheCertificate(road));
  it('records qualification, exam, fitness and interview', () => hire.recordUntilOffer(road));
  it('makes a conditional offer', () => hire.makeOffer(road, 'conditional'));
  it('she accepts it', () => hire.acceptOffer(road));
  it('the checks run side by side', () => hire.recordChecks(road));
  it('a message is taken back before it leaves', () => hire.takeMessageBack(road));
  it('another one reaches her', () => hire.sendMessage(road));
  it('a mistaken end is put right by a later entry', () => hire.closeByMistakeAndReverse(road));
  it('the last check is done', () => hire.finishChecks(road));
  it('Tomas makes the final offer', () => hire.makeOffer(road, 'final'));
  it('she accepts it too', () => hire.acceptOffer(road));
  it('and enters on duty', () => hire.enterOnDuty(road));

  it('Joel is adjudicated', () => holdUps.adjudicateJoel(road));
  it('an expired medical is taken again', () => holdUps.retakeExpiredMedical(road));

  it('with the same account, now an officer, she finds an article', () => serve.findAnArticle(road));
  it('and files a case', () => serve.fileCase(road));
  it('Priya answers it in the console', () => serve.answerCase(road));
  it('the officer reads the answer in the same thread', () => serve.readTheAnswer(road));

  it('Ruth sees figures that add up', () => see.readDashboard(road));
  it('a Salesforce client reads the application', () => see.readByClient(road));

  it('nobody met a fault on the way', () => {
    expect([...road.iris.faults, ...road.tomas.faults]).toEqual([]);
  });
});
