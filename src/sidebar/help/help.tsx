/** The page of help. */
import { Details } from '../details';
import { useCatalogue } from '../language';

export function HelpView() {
  const { help } = useCatalogue().sidebar;
  return (
    <div class="stack">
      {Object.values(help.items).map(({ question, answer }) => (
        <Details key={question} summary={question}>
          <p class="small">{answer}</p>
        </Details>
      ))}
    </div>
  );
}
