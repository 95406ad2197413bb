/** The threat that comes with another identity: who can edit the sheet can edit its script. They are named, and it is confirmed. */
import { useEffect } from 'preact/hooks';
import { useCall } from '../call';
import { Icon } from '../icons';
import { useCatalogue } from '../language';

interface WarningProps {
  readonly confirmed: boolean;
  readonly onConfirm: (confirmed: boolean) => void;
}

export function Warning({ confirmed, onConfirm }: WarningProps) {
  const catalogue = useCatalogue();
  const texts = catalogue.sidebar.settings;
  return (
    <section class="banner" aria-labelledby="warning-title">
      <h3 id="warning-title">
        <Icon name="warning" />
        {texts.warningTitle}
      </h3>
      <p>{catalogue.setup.warning}</p>
      <p>{texts.warning}</p>
      <Editors />
      <label class="check">
        <input
          type="checkbox"
          checked={confirmed}
          onChange={(event) => {
            onConfirm(event.currentTarget.checked);
          }}
        />
        <span>{texts.confirm}</span>
      </label>
    </section>
  );
}

function Editors() {
  const { settings } = useCatalogue().sidebar;
  const { call, run } = useCall('sidebarEditors');
  useEffect(() => {
    void run();
  }, [run]);
  if (call.state === 'idle' || call.state === 'busy') return <p class="hint">{settings.editorsLoading}</p>;
  if (call.state === 'failed' || call.value === null) return <p>{settings.editorsUnknown}</p>;
  return (
    <>
      <p>{settings.editors}</p>
      <ul class="editors">
        {call.value.map((address) => (
          <li key={address}>
            <bdi>{address}</bdi>
          </li>
        ))}
      </ul>
    </>
  );
}
