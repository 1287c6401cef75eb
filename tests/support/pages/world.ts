import {
  answerAll,
  apply,
  emailOf,
  FIELD_OFFICER,
  LAKE_GUARD,
  leadToOffer,
  newCandidate,
  offer,
} from '../candidates.js';
import { clientOf } from '../client-of.js';
import type { TestServer } from '../test-server.js';
import { daysFromToday } from '../walk.js';

/** People of the demo, by username. */
export const demoPeople = {
  nia: 'nia.calder@example.org',
  joel: 'joel.brandt@example.org',
  lena: 'lena.marsk@example.org',
  tomas: 'tomas.keller@marrenfell.example',
  ruth: 'ruth.amsel@marrenfell.example',
  priya: 'priya.thorne@marrenfell.example',
  sam: 'sam.okoro@marrenfell.example',
  ewa: 'ewa.lind@marrenfell.example',
} as const;

/** Candidates besides those of the demo, one for each situation that has a page of its own. */
export const others = {
  ada: emailOf('Ada'),
  ben: emailOf('Ben'),
  cleo: emailOf('Cleo'),
  dov: emailOf('Dov'),
  eve: emailOf('Eve'),
  finn: emailOf('Finn'),
  gala: emailOf('Gala'),
  hugo: emailOf('Hugo'),
  ivor: emailOf('Ivor'),
  kai: emailOf('Kai'),
  /** Reads Spanish. */
  iria: emailOf('Iria'),
} as const;

/** Where the demo's people stand. Every value is an id. */
export interface Story {
  readonly applications: {
    readonly nia: string;
    readonly niaDraft: string;
    readonly joel: string;
  };
  readonly cases: { readonly lena: string };
}

/** Where the others stand besides. */
export interface World extends Story {
  readonly applications: Story['applications'] & {
    /** Every question is answered, nothing is sent. */
    readonly ada: string;
    /** Stopped by the first question. */
    readonly ben: string;
    /** Ready for a conditional offer. */
    readonly cleo: string;
    /** Has a final offer to answer. */
    readonly dov: string;
    /** Withdrew. */
    readonly eve: string;
    /** Accepted the final offer. */
    readonly finn: string;
    /** Ready for a final offer. */
    readonly gala: string;
    /** Ended by the agency. */
    readonly hugo: string;
    /** Turned down, and may ask for a review. */
    readonly ivor: string;
    /** On hold. */
    readonly kai: string;
  };
  readonly requisition: string;
  readonly processes: { readonly published: string; readonly draft: string };
  /** Address at which another program asks to be allowed in. */
  readonly authorize: string;
}

/** Finds the people of the story where the demo has put them. */
export async function findStory(server: TestServer): Promise<Story> {
  const ofNia = await (await clientOf(server, demoPeople.nia)).recruiting.myApplications();
  const ofJoel = await (await clientOf(server, demoPeople.joel)).recruiting.myApplications();
  const ofLena = await (await clientOf(server, demoPeople.lena)).field.myCases();
  return {
    applications: {
      nia: ofNia.find(({ status }) => status !== 'draft')?.id ?? '',
      niaDraft: ofNia.find(({ status }) => status === 'draft')?.id ?? '',
      joel: ofJoel[0]?.id ?? '',
    },
    cases: { lena: ofLena[0]?.id ?? '' },
  };
}

/** Brings people into every situation there is a page for. */
export async function makeWorld(server: TestServer): Promise<World> {
  const story = await findStory(server);
  const tomas = await clientOf(server, demoPeople.tomas);
  await newCandidate(server, 'Iria', 'es');
  return {
    ...story,
    applications: { ...story.applications, ...(await bringIntoSituations(server)) },
    requisition: (await tomas.recruiting.requisitions())[0]?.id ?? '',
    processes: await draftAProcess(server),
    authorize: await addProgram(server),
  };
}

async function bringIntoSituations(
  server: TestServer,
): Promise<Omit<World['applications'], keyof Story['applications']>> {
  const now = server.instance.signInParts.clock.now();
  const answerBy = daysFromToday(10, now);
  const inThreeMonths = { available_from: daysFromToday(90, now) };
  const tomas = await clientOf(server, demoPeople.tomas);
  const [ada, ben, cleo, dov, eve, finn, gala, hugo, ivor, kai] = [
    await newCandidate(server, 'Ada'),
    await newCandidate(server, 'Ben'),
    await newCandidate(server, 'Cleo'),
    await newCandidate(server, 'Dov'),
    await newCandidate(server, 'Eve'),
    await newCandidate(server, 'Finn'),
    await newCandidate(server, 'Gala'),
    await newCandidate(server, 'Hugo'),
    await newCandidate(server, 'Ivor'),
    await newCandidate(server, 'Kai'),
  ];
  const applications = {
    ada: await answerAll(ada, FIELD_OFFICER, inThreeMonths),
    ben: await answerAll(ben, FIELD_OFFICER, { right_to_work: false }),
    cleo: await apply(cleo, FIELD_OFFICER, inThreeMonths),
    dov: await apply(dov, LAKE_GUARD),
    eve: await apply(eve, LAKE_GUARD),
    finn: await apply(finn, LAKE_GUARD),
    gala: await apply(gala, LAKE_GUARD),
    hugo: await apply(hugo, LAKE_GUARD),
    ivor: await apply(ivor, LAKE_GUARD),
    kai: await apply(kai, LAKE_GUARD),
  };
  await leadToOffer(tomas, applications.cleo, 'conditional');
  await leadToOffer(tomas, applications.gala, 'final');
  await offer(tomas, applications.dov, 'final', answerBy);
  await eve.recruiting.withdraw({ applicationId: applications.eve, reason: 'I found other work' });
  await offer(tomas, applications.finn, 'final', answerBy);
  await finn.recruiting.answerOffer({ applicationId: applications.finn, accept: true });
  await tomas.recruiting.closeApplication({
    applicationId: applications.hugo,
    disposition: 'no_reply',
    reason: 'Two letters came back',
  });
  await tomas.recruiting.recordResult({
    applicationId: applications.ivor,
    step: 'application_check',
    outcome: 'not_qualified',
  });
  await tomas.recruiting.hold({
    applicationId: applications.kai,
    waitingOn: 'third_party',
    until: daysFromToday(20, now),
    reason: 'The boat is in repair',
  });
  return applications;
}

async function draftAProcess(server: TestServer): Promise<World['processes']> {
  const { recruiting } = await clientOf(server, demoPeople.ruth);
  const versions = (await recruiting.processes()).flatMap((process) => process.versions);
  const published = versions.find(({ applications }) => applications > 0)?.id ?? '';
  const { id } = await recruiting.draftProcess({ fromVersionId: published });
  return { published, draft: id };
}

async function addProgram({ instance }: TestServer): Promise<string> {
  const redirectUri = 'https://roster.example/callback';
  const { id } = await instance.signIn.clients.add({
    name: 'Roster',
    redirectUris: [redirectUri],
    flows: ['authorization_code'],
  });
  const request = { response_type: 'code', client_id: id, redirect_uri: redirectUri };
  return `/services/oauth2/authorize?${new URLSearchParams(request)}`;
}
