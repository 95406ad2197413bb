/** All that is known of an answer, folded: ids, times, Google's own answer. */
import type { Answer } from '../../core/contract';
import type { PageCatalogue } from '../../core/locales/page-catalogue';
import { Details } from '../details';
import { useCatalogue } from '../language';
import { Name } from '../name';
import { fullTime } from '../when';

/** In characters: what is longer may be cut above, so that it stands whole here. */
const LONG_NAME = 50;
const LONG_ADDRESS = 40;

export function AnswerDetails({ answer }: { readonly answer: Answer }) {
  const catalogue = useCatalogue();
  const { answer: texts, page } = catalogue.sidebar;
  const { membership } = answer;
  return (
    <Details summary={page.details}>
      <dl class="facts">
        {factsOf(answer, catalogue).map(({ label, text }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              <Name text={text} />
            </dd>
          </div>
        ))}
      </dl>
      {membership === null ? null : (
        <Details summary={texts.raw}>
          <pre class="raw" tabIndex={0} aria-label={texts.raw}>
            {JSON.stringify(membership, null, 2)}
          </pre>
        </Details>
      )}
    </Details>
  );
}

/** What does not stand above already. */
function factsOf(answer: Answer, catalogue: PageCatalogue): Answer['fields'] {
  const { fields } = catalogue.card;
  const { asWhom } = catalogue.sidebar.page;
  const stands = ({ label, text }: Answer['fields'][number]): boolean => {
    if (label === fields.role || label === fields.from || label === fields.as) return true;
    if (label === fields.name) return text.length <= LONG_NAME;
    return label === fields.email && text.length <= LONG_ADDRESS;
  };
  return answer.fields
    .filter((field) => !stands(field))
    .map(({ label, text }) => ({
      label,
      text:
        label === fields.checked
          ? [fullTime(answer.checkedAt, catalogue), asWhom[answer.as]].join(catalogue.sidebar.page.comma())
          : text,
    }));
}
