import { ButtonLink, Card, DefinitionList, Skeleton } from '@muster/ui';
import { QueryView } from '../../../components/query-view.js';
import { useComponents, useDescribedComponents } from '../../../data/setup-metadata.js';
import { type ObjectRow, useDescribedObject } from '../../../data/setup-objects.js';
import { useFrameText } from '../../../messages/frame/use-frame-text.js';
import { useSetupObjectsText } from '../../../messages/setup-objects/use-setup-objects-text.js';
import { DeleteComponent } from './delete-component.js';
import { flagOf, insideOf, textOf } from './elements.js';
import { sharingModels } from './object-fields.js';

/** What an object is, and its deletion. */
export function DetailsTab({ object }: { readonly object: ObjectRow }) {
  const t = useSetupObjectsText();
  const frame = useFrameText();
  const objects = useDescribedComponents('CustomObject');
  const { data: described } = useDescribedObject(object.name);
  const { data: tabs = [] } = useComponents('CustomTab');
  const { data: layouts = [] } = useComponents('Layout');
  const goingWith = [
    ...tabs.filter(({ fullName }) => fullName === object.name),
    ...layouts.filter(({ fullName }) => fullName.startsWith(`${object.name}-`)),
  ];
  return (
    <QueryView query={objects} skeleton={<Skeleton shape="card" />}>
      {(all) => {
        const elements = all.find(({ fullName }) => fullName === object.name)?.metadata ?? {};
        const name = insideOf(elements, 'nameField');
        const value = (text: string) => (text === '' ? frame('none') : text);
        return (
          <Card
            title={t('tab.details')}
            actions={
              <>
                <ButtonLink size="small" href={`/setup/objects/${object.name}/edit`}>
                  {t('edit')}
                </ButtonLink>
                {object.isOwn && (
                  <DeleteComponent
                    component={{ type: 'CustomObject', fullName: object.name }}
                    label={object.label}
                    typed={object.name}
                    loss={t('object.delete.loss')}
                    deletions={goingWith.map(({ type, fullName }) => ({ type, fullName }))}
                    nextHref="/setup/objects"
                  />
                )}
              </>
            }
          >
            <DefinitionList
              layout="columns"
              items={[
                { term: t('object.label'), value: object.label },
                {
                  term: t('object.plural'),
                  value: value(described?.labelPlural ?? textOf(elements, 'pluralLabel')),
                },
                { term: t('column.apiName'), value: <span className="setup-api-name">{object.name}</span> },
                ...(object.custom
                  ? [
                      { term: t('object.nameLabel'), value: value(textOf(name, 'label')) },
                      { term: t('object.description'), value: value(textOf(elements, 'description')) },
                    ]
                  : []),
                {
                  term: t('object.history'),
                  value: t(flagOf(elements, 'enableHistory') ? 'yes' : 'no'),
                },
                {
                  term: t('object.sharing'),
                  value: sharingText(textOf(elements, 'sharingModel'), t) || frame('none'),
                },
              ]}
            />
          </Card>
        );
      }}
    </QueryView>
  );
}

function sharingText(model: string, t: ReturnType<typeof useSetupObjectsText>): string {
  const known = sharingModels.find((each) => each === model);
  return known === undefined ? model : t(`object.sharing.${known}`);
}
